import { formatNumber } from "@/components/charts/format/number";
import { populationOf } from "@/components/measures/typical-outputs";
import { experimentArg, isDecidedFor } from "@/engine/spec/experiment";
import type { Inspection } from "./finding";

/** Finds batches of a table whose rows come one kind after another. */
export const sortedBatches: Inspection = ({ experiment, run, channel }) => {
  const isSorted =
    experiment.order === "sorted" && isDecidedFor(experimentArg("order"), experiment);
  if (!isSorted || !run.chosen.usesBatch) return null;
  const { statistics, chosen } = run;
  const at = (chosen.step - 1) * statistics.channels.length + channel;
  const { mean, deviation } = populationOf(experiment, run, channel);
  const number = (value: number): string => formatNumber(value, 3);
  return {
    title: "Batches hold one kind of example",
    cause: `The rows come sorted, so a batch is no sample of the table: in this one ${statistics.channels[channel] ?? ""} has mean ${number(statistics.batchMean[at] ?? NaN)} and variance ${number(statistics.batchVariance[at] ?? NaN)}, in the table ${number(mean)} and ${number(deviation ** 2)}. Training mode takes the difference between kinds away, and the moving statistics follow whichever kind came last.`,
    remedy: "Shuffle the rows before they are made into batches.",
    change: { label: "Set order to shuffled", patch: { order: "shuffled" } },
  };
};
