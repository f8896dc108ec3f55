import { formatNumber } from "@/components/charts/format/number";
import type { ChangedArgument, Comparison } from "./comparison";

/** In which arguments the second configuration differs from the first. */
export function changesSentence(changes: readonly ChangedArgument[]): string {
  if (changes.length === 0) {
    return "The second configuration is still like the first: change one of its arguments.";
  }
  const parts = changes.map(({ name, first, second }) => `${name} ${second} instead of ${first}`);
  return `The second configuration has ${parts.join(", ")}.`;
}

/** What two runs have apart at the chosen step, the most important first. */
export function comparisonSentences(comparison: Comparison): readonly string[] {
  if (comparison.changes.length === 0) return [];
  return [gapSentence(comparison), meanSentence(comparison)];
}

function gapSentence({ gap: { first, second }, step }: Comparison): string {
  const [a, b] = [formatNumber(first, 3), formatNumber(second, 3)];
  const distances = `In step ${step} an example’s output in inference mode is on average ${a} from that in training mode with the first, and ${b} with the second`;
  if (a === b || !Number.isFinite(first) || !Number.isFinite(second)) return `${distances}.`;
  return `${distances}: the ${second < first ? "second" : "first"}’s modes agree better.`;
}

function meanSentence({ mean, step, channelName, populationMean }: Comparison): string {
  const [a, b] = [mean.first[step] ?? NaN, mean.second[step] ?? NaN];
  if (a === b) {
    return `Their moving means of ${channelName} are equal after step ${step}: ${formatNumber(a)}.`;
  }
  const apart = `After step ${step} the moving mean of ${channelName} is ${formatNumber(a)} with the first and ${formatNumber(b)} with the second`;
  const [left, leftOfSecond] = [Math.abs(a - populationMean), Math.abs(b - populationMean)];
  if (!Number.isFinite(left) || !Number.isFinite(leftOfSecond)) return `${apart}.`;
  return `${apart}; the ${leftOfSecond < left ? "second" : "first"} is nearer to the population’s ${formatNumber(populationMean)}.`;
}
