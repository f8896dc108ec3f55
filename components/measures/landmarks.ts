import type { Landmark } from "@/components/controls/timeline";
import type { RunStatistics } from "@/engine/types/run-statistics";
import { clippedSteps } from "./clipped-steps";
import { notPositiveIn } from "./not-positive";
import { remembered } from "./remembered";

/** What is left of the way from the initial value, at which the moving mean is taken to have arrived. */
const arrived = 0.01;

/** The first step after which some statistic, parameter or output of the channel is not finite. */
function firstNotFinite(
  statistics: RunStatistics,
  channel: number,
  epsilon: number,
): number | undefined {
  const { steps, channels, batchMean, batchVariance, movingMean, movingVariance } = statistics;
  const { gamma, beta, trainingMinimum } = statistics;
  const width = channels.length;
  const inference = notPositiveIn(statistics, channel, epsilon)?.first ?? Infinity;
  return Array.from({ length: steps }, (_, i) => i + 1).find((step) => {
    const ofStep = (step - 1) * width + channel;
    const after = step * width + channel;
    const numbers = [
      // Infinite where not one output of the training call is finite.
      trainingMinimum[ofStep],
      batchMean[ofStep],
      batchVariance[ofStep],
      movingMean[after],
      movingVariance[after],
      gamma[after],
      beta[after],
    ];
    return step >= inference || !numbers.every(Number.isFinite);
  });
}

/** The first step after which the moving mean has gone 99 % of its way to the population's mean. */
function firstArrived(statistics: RunStatistics, channel: number): number | undefined {
  const { steps, channels, movingMean, populationMean } = statistics;
  const width = channels.length;
  const start = movingMean[channel] ?? NaN;
  return Array.from({ length: steps }, (_, i) => i + 1).find((step) => {
    const goal = populationMean[(step - 1) * width + channel] ?? NaN;
    const left = Math.abs((movingMean[step * width + channel] ?? NaN) - goal);
    return Number.isFinite(goal) && start !== goal && left <= arrived * Math.abs(start - goal);
  });
}

/** Steps of a run worth jumping to, in order. */
export const landmarksOf = remembered(
  (statistics: RunStatistics, channel: number, epsilon: number): readonly Landmark[] => {
    const found: readonly (readonly [string, number | undefined])[] = [
      ["first clip", clippedSteps(statistics, channel)[0]],
      ["first NaN", firstNotFinite(statistics, channel, epsilon)],
      ["moving mean within 1 %", firstArrived(statistics, channel)],
    ];
    return found
      .flatMap(([name, step]) => (step === undefined ? [] : [{ name, step }]))
      .sort((a, b) => a.step - b.step);
  },
);
