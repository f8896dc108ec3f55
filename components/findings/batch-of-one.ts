import type { Inspection } from "./finding";

/** Finds statistics of a single example. */
export const batchOfOne: Inspection = ({ run }) => {
  const { batchSize, call, usesBatch } = run.chosen;
  if (!usesBatch || batchSize !== call.ghostBatches) return null;
  const isSplit = call.ghostBatches > 1;
  return {
    title: isSplit ? "Ghost batches of one example" : "A batch of one example",
    cause:
      "The mean of one example is the example itself and its variance is 0: nothing of the input is left in the normalized value.",
    remedy: isSplit
      ? "Make the ghost batches larger, or do without them."
      : "Use larger batches. Inputs with height and width would still have those to average over; rows of a table do not.",
    change: isSplit
      ? { label: "Turn ghost batches off", patch: { virtual_batch_size: null } }
      : { label: "Set batch_size to 32", patch: { batch_size: 32 } },
  };
};
