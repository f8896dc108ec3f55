import { remembered } from "@/components/measures/remembered";
import type { RunStatistics } from "@/engine/types";
import type { Inspection } from "./finding";

interface Origin {
  readonly step: number;
  readonly channelName: string;
  /** Whether the batch's own statistics already were not finite, or only what was made of them. */
  readonly isInBatch: boolean;
}

/** The first step after which a number of some channel is not finite. */
const originOf = remembered((statistics: RunStatistics): Origin | null => {
  const { channels, steps, batchMean, batchVariance, movingMean, movingVariance } = statistics;
  const width = channels.length;
  for (let i = 0; i < steps * width; i++) {
    const isBatchFinite = Number.isFinite(batchMean[i]) && Number.isFinite(batchVariance[i]);
    const after = i + width;
    const isAfterFinite =
      Number.isFinite(movingMean[after]) && Number.isFinite(movingVariance[after]);
    if (isBatchFinite && isAfterFinite) continue;
    return {
      step: Math.floor(i / width) + 1,
      channelName: channels[i % width] ?? "",
      isInBatch: !isBatchFinite,
    };
  }
  return null;
});

/** Names where a NaN or an infinity began. */
export const notFinite: Inspection = ({ run, experiment }) => {
  const origin = originOf(run.statistics);
  if (origin === null) return null;
  const { step, channelName, isInBatch } = origin;
  return {
    title: `NaN or infinity from step ${step} on`,
    cause: isInBatch
      ? `The batch of step ${step} holds a value of ${channelName} that is not finite, so its mean is not, and the moving statistics never recover: a moving average keeps a share of everything it has seen.`
      : `After step ${step} a moving statistic of ${channelName} is not finite although its batch is.`,
    remedy: isInBatch
      ? "Take such values out of the data before they reach the layer."
      : "Look at the step where it began, and at what the layer started from.",
    ...(experiment.step !== step && {
      change: { label: `Go to step ${step}`, patch: { step } },
    }),
  };
};
