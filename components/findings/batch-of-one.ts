import type { Finding, Inspection } from "./finding";

/** Finds statistics of a single example. */
export const batchOfOne: Inspection = ({ experiment, run }) => {
  const { batchSize, call, usesBatch } = run.chosen;
  if (!usesBatch || batchSize !== call.ghostBatches) return null;
  const isSplit = call.ghostBatches > 1;
  return {
    title: isSplit ? "Ghost batches of one example" : "A batch of one example",
    cause:
      experiment.epsilon > 0
        ? "The mean of one example is the example itself and its variance is 0: nothing of the input is left in the normalized value."
        : "The mean of one example is the example itself, its variance is 0 and so is epsilon: training mode divides 0 by 0, and every output is NaN.",
    ...remedyFor(isSplit),
  };
};

const remedyFor = (isSplit: boolean): Pick<Finding, "remedy" | "change"> =>
  isSplit
    ? {
        remedy: "Make the ghost batches larger, or do without them.",
        change: { label: "Turn ghost batches off", patch: { virtual_batch_size: null } },
      }
    : {
        remedy:
          "Use larger batches. Inputs with height and width would still have those to average over; rows of a table do not.",
        change: { label: "Set batch_size to 32", patch: { batch_size: 32 } },
      };
