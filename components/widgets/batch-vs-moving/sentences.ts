import { formatNumber, formatShare } from "@/components/charts/format/number";
import type { FigureModel } from "./figure-model";

type Seen = Omit<FigureModel, "sentences">;

const plural = (count: number, noun: string): string =>
  `${formatNumber(count, 6)} ${noun}${count === 1 ? "" : "s"}`;

/** Says in words what the figure shows now, the most important first. */
export function sentencesFor(seen: Seen): readonly string[] {
  const broken = brokenSentence(seen);
  if (broken !== null) return [broken];
  return [
    seen.isFrozen ? frozenSentence(seen) : memorySentence(seen),
    outputSentence(seen),
    smallBatchSentence(seen),
    constantSentence(seen),
  ].filter((sentence) => sentence !== null);
}

function brokenSentence({ mean, variance, channelName }: Seen): string | null {
  const steps = [mean.firstNonFinite, variance.firstNonFinite].filter((step) => step !== null);
  if (steps.length === 0) return null;
  const first = Math.min(...steps);
  const culprit = mean.firstNonFinite === first ? "mean" : "variance";
  const value = culprit === "mean" ? mean.moving[first] : variance.moving[first];
  return `From step ${first} on, the moving ${culprit} of ${channelName} is ${formatNumber(value ?? NaN)}: a batch held a number that is not finite, and no later batch can average it away.`;
}

function memorySentence({ step, momentum, mean, channelName }: Seen): string {
  const left = momentum ** step;
  const { after, batch } = mean.chosen;
  const numbers = `moving mean ${formatNumber(after)}, batch mean ${formatNumber(batch)}`;
  const when = `After ${plural(step, "step")} at momentum ${formatNumber(momentum, 6)}`;
  if (left === 1) return `${when} the initial values have not moved: ${numbers} in ${channelName}.`;
  const memory = left === 0 ? "nothing" : formatShare(left);
  return `${when}, ${memory} of the initial value is left in the moving statistics of ${channelName} (${formatNumber(momentum, 6)}${superscript(step)}): ${numbers}.`;
}

const superscript = (exponent: number): string =>
  String(exponent).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));

const frozenSentence = ({ channelName, mean, variance }: Seen): string =>
  `The layer is frozen: with training=true it still normalizes ${channelName} with its moving statistics (${formatNumber(mean.chosen.after)} and ${formatNumber(variance.chosen.after)}), and none of them moves.`;

function outputSentence({ outputs, beta, isFrozen }: Seen): string {
  const { training, inference } = outputs;
  const pair = (summary: { mean: number; deviation: number }): string =>
    `mean ${formatNumber(tidy(summary.mean), 3)} and deviation ${formatNumber(tidy(summary.deviation), 3)}`;
  if (isFrozen) return `Both modes give this batch ${pair(inference)}.`;
  const gap = Math.abs(inference.mean - beta);
  const verdict =
    gap > 0.5 || Math.abs(Math.log(inference.deviation / training.deviation)) > 0.5
      ? "so a model trained on the first would meet the second when it is used"
      : "so the two modes agree";
  return `The same batch comes out with ${pair(training)} in training mode and with ${pair(inference)} in inference mode, ${verdict}.`;
}

/** Sums of float32 outputs leave a dust of 1e-8 around zero that means nothing. */
const tidy = (value: number): number => (Math.abs(value) < 5e-7 ? 0 : value);

const smallBatchSentence = ({ batchSize, isFrozen }: Seen): string | null =>
  batchSize === 1 && !isFrozen
    ? "With one example per batch the batch variance is 0 and every training output is β, whatever the input."
    : null;

const constantSentence = ({
  variance,
  batchSize,
  channelName,
  isFrozen,
  epsilon,
}: Seen): string | null =>
  variance.chosen.batch === 0 && batchSize > 1 && !isFrozen
    ? `In this batch ${channelName} does not vary: only epsilon (${formatNumber(epsilon)}) keeps the division from being 0/0.`
    : null;
