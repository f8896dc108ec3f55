import { formatNumber } from "@/components/charts/format/number";
import { leavesPlain } from "@/components/measures/clipped-steps";
import { examplesIn } from "@/components/measures/output-summary";
import { populationOf } from "@/components/measures/typical-outputs";
import type { Inspection } from "./finding";

/** From how much wider inference outputs a reader is told; batches of 5 make them 12 % wider, those of 6 10 %. */
const widening = 1.1;

/** Finds statistics of so few examples that the moving variance of independent ones is clearly too small. */
export const smallBatch: Inspection = ({ experiment, run, channel }) => {
  const { statistics, chosen } = run;
  const { ghostBatches } = chosen.call;
  const size = examplesIn(experiment, chosen) / ghostBatches;
  const isPlain = statistics.renorm === null || leavesPlain(statistics.renorm);
  const factor = Math.sqrt(size / (size - 1));
  if (!chosen.usesBatch || !isPlain || !(size > 1) || factor < widening) return null;
  const isSplit = ghostBatches > 1;
  const at = chosen.step * statistics.channels.length + channel;
  const population = populationOf(experiment, run, channel).deviation ** 2;
  const examples = `${formatNumber(size, 3)} examples`;
  const left = Number.isInteger(size) ? `1 − 1/${size}` : `1 − 1/${formatNumber(size, 3)}`;
  const kept = formatNumber(1 - 1 / size, 3);
  return {
    title: isSplit ? `Ghost batches of ${examples}` : `Batches of ${examples}`,
    cause: `A variance of ${examples} around their own mean is on average ${left} = ${kept} of the true one, and the moving variance averages those. For ${statistics.channels[channel] ?? ""} it is ${formatNumber(statistics.movingVariance[at] ?? NaN, 3)}, the population’s is ${formatNumber(population, 3)}. Where examples are independent, inference mode spreads them about √(1/${kept}) = ${formatNumber(factor, 3)} times as widely as training mode.`,
    remedy: isSplit
      ? "Make the ghost batches larger, or do without them."
      : "Use larger batches, or renorm. The fused implementation, which inputs of rank 4 get, stores n/(n − 1) of each variance.",
    change: isSplit
      ? { label: "Turn ghost batches off", patch: { virtual_batch_size: null } }
      : { label: "Set batch_size to 32", patch: { batch_size: 32 } },
  };
};
