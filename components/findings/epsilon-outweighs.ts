import { formatNumber, formatShare } from "@/components/charts/format/number";
import type { Inspection } from "./finding";

/** Epsilon's share of what stands under the root, above which it and not the variance decides the outputs' size. */
const decisive = 0.5;

/** Beside a variance this many times as large epsilon no longer shows. */
const margin = 100;

/** The largest power of ten that the variance outweighs. */
const epsilonFor = (variance: number): number =>
  Number(`1e${Math.floor(Math.log10(variance / margin))}`);

/** Finds an epsilon that is larger than the variance it is added to. */
export const epsilonOutweighs: Inspection = ({ experiment, run, channel }) => {
  const { statistics, chosen } = run;
  const { epsilon } = experiment;
  const width = statistics.channels.length;
  const variance = chosen.usesBatch
    ? statistics.batchVariance[(chosen.step - 1) * width + channel]
    : statistics.movingVariance[chosen.step * width + channel];
  const mean = statistics.batchMean[(chosen.step - 1) * width + channel] ?? NaN;
  if (variance === undefined || !isVarying(variance, mean)) return null;
  const share = epsilon / (variance + epsilon);
  if (!(share > decisive)) return null;
  const name = statistics.channels[channel] ?? "";
  const fitting = epsilonFor(variance);
  return {
    title: `Epsilon outweighs the variance of ${name}`,
    cause: `The variance of ${name} is ${formatNumber(variance, 3)} and ε = ${formatNumber(epsilon)} is ${formatShare(share)} of what stands under the root: x̂ has a deviation of √(v/(v + ε)) = ${formatNumber(Math.sqrt(1 - share), 3)} and not 1.`,
    remedy: "Take an epsilon far below the variances, or bring the inputs to a larger scale.",
    change: { label: `Set epsilon to ${formatNumber(fitting)}`, patch: { epsilon: fitting } },
  };
};

/** What float32 leaves of a channel that does not vary is no variance. */
const isVarying = (variance: number, mean: number): boolean =>
  variance > (2 ** -20 * mean) ** 2 && variance > 1e-24;
