import { formatNumber, formatShare } from "@/components/charts/format/number";
import { formatSummary } from "@/components/charts/format/summary";
import type { FigureModel } from "./figure-model";

type Seen = Omit<FigureModel, "sentences">;

/** Says in words what the figure shows now, the most important first. */
export const sentencesFor = (seen: Seen): readonly string[] =>
  [wayThrough, statisticsSentence, epsilonSentence, parameterSentence].flatMap(
    (sentence) => sentence(seen) ?? [],
  );

function wayThrough({ channelName, stages, gamma }: Seen): string {
  const { input, normalized, output } = stages;
  if (!Number.isFinite(output.summary.mean)) {
    return `The outputs of ${channelName} are not finite in this batch.`;
  }
  return `${channelName} comes in with ${formatSummary(input.summary)}, is normalized to ${formatSummary(normalized.summary, 1)}, and goes out with ${formatSummary(output.summary, gamma)}.`;
}

const statisticsSentence = ({ usesBatch }: Seen): string | null =>
  usesBatch
    ? null
    : "A frozen layer normalizes with its moving statistics and not with this batch, so mean 0 and deviation 1 are not to be expected.";

/** The share of what stands under the root that is epsilon's. */
function epsilonSentence({ epsilon, variance, usesBatch }: Seen): string | null {
  const share = epsilon / (variance + epsilon);
  if (!usesBatch || !Number.isFinite(share)) return null;
  const part = `epsilon is ${formatShare(share)} of what stands under the root`;
  if (share === 1) return `All of what stands under the root is epsilon: there is no variance.`;
  return share < 0.01
    ? `The division brings the deviation to 1 up to epsilon: ${part}.`
    : `The deviation of x̂ is √(v / (v + epsilon)) = ${formatNumber(Math.sqrt(1 - share), 4)} and not 1: ${part}.`;
}

function parameterSentence({ center, scale, gamma, beta }: Seen): string {
  if (!center && !scale) return "The layer has neither γ nor β: x̂ is the output.";
  if (!center) return `γ = ${formatNumber(gamma)} multiplies x̂; without center nothing is added.`;
  if (!scale)
    return `β = ${formatNumber(beta)} is added to x̂; without scale nothing multiplies it.`;
  return `γ = ${formatNumber(gamma)} multiplies x̂ and β = ${formatNumber(beta)} is added: the outputs have mean β and deviation |γ| as far as x̂ has 0 and 1.`;
}
