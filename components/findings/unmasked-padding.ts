import type { Inspection } from "./finding";

/** Finds padding that counts in the statistics. */
export const unmaskedPadding: Inspection = ({ experiment, run }) => {
  const padding = Math.min(experiment.padding, run.chosen.batchSize);
  if (padding === 0 || experiment.mask || !run.chosen.usesBatch) return null;
  return {
    title: "Padding counts in the statistics",
    cause: `${padding} of the ${run.chosen.batchSize} examples of every batch are zeros that stand for nothing, and they pull the mean towards 0 and widen the variance.`,
    remedy: "Give the layer a mask that leaves them out.",
    change: { label: "Turn mask on", patch: { mask: true } },
  };
};
