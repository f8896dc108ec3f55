import { formatNumber } from "@/components/charts/format/number";
import { runsUpdates } from "@/components/measures/moving-average";
import { remembered } from "@/components/measures/remembered";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { Finding, Inspection } from "./finding";
import { startAtOnes } from "./start-at-ones";

interface Origin {
  readonly step: number;
  readonly channelName: string;
  /** The moving variance of the channel before the first step. */
  readonly startVariance: number;
  /** Where it was found first, in the order in which one is made of the other. */
  readonly place: "batch" | "moving statistic" | "parameter";
  /** Whether an optimizer made it a part of γ or β. */
  readonly isLearned: boolean;
}

/** The first step after which a number of some channel is not finite. */
const originOf = remembered((statistics: RunStatistics): Origin | null => {
  const { channels, steps } = statistics;
  const width = channels.length;
  for (let i = 0; i < steps * width; i++) {
    const place = brokenPlace(statistics, i, i + width);
    if (place === null) continue;
    return {
      step: Math.floor(i / width) + 1,
      channelName: channels[i % width] ?? "",
      startVariance: statistics.movingVariance[i % width] ?? NaN,
      place,
      isLearned: !areFinite(statistics.gamma, statistics.beta, i + width),
    };
  }
  return null;
});

function brokenPlace(
  { batchMean, batchVariance, movingMean, movingVariance, gamma, beta }: RunStatistics,
  at: number,
  after: number,
): Origin["place"] | null {
  if (!areFinite(batchMean, batchVariance, at)) return "batch";
  if (!areFinite(movingMean, movingVariance, after)) return "moving statistic";
  return areFinite(gamma, beta, after) ? null : "parameter";
}

const areFinite = (one: Float64Array, other: Float64Array, at: number): boolean =>
  Number.isFinite(one[at]) && Number.isFinite(other[at]);

/** Names where a NaN or an infinity began. */
export const notFinite: Inspection = ({ run, experiment }) => {
  const origin = originOf(run.statistics);
  if (origin === null) return null;
  const { step } = origin;
  return {
    title: `NaN or infinity from step ${step} on`,
    ...(experiment.step !== step && {
      change: { label: `Go to step ${step}`, patch: { step } },
    }),
    ...explained(origin, run.loop === undefined || runsUpdates(run.loop, step)),
  };
};

function explained(
  { step, channelName, startVariance, place, isLearned }: Origin,
  isMoved: boolean,
): Pick<Finding, "cause" | "remedy" | "change"> {
  switch (place) {
    case "batch": {
      const kept = isMoved
        ? ", and the moving statistics never recover: a moving average keeps a share of everything it has seen"
        : "";
      const learned = isLearned ? " γ and β, which learn from the batch, never recover." : "";
      return {
        cause: `The batch of step ${step} holds a value of ${channelName} that is not finite, so its mean is not${kept}.${learned}`,
        remedy: "Take such values out of the data before they reach the layer.",
      };
    }
    case "moving statistic":
      // Renorm starts from the root of it.
      if (startVariance < 0) {
        return {
          cause: `The moving variance of ${channelName} started at ${formatNumber(startVariance)}, which has no root: after step ${step} a moving statistic is not finite although its batch is, and it never recovers.`,
          ...startAtOnes,
        };
      }
      return {
        cause: `After step ${step} a moving statistic of ${channelName} is not finite although its batch is.`,
        remedy: "Look at the step where it began, and at what the layer started from.",
      };
    case "parameter":
      return {
        cause: `After step ${step} γ or β of ${channelName} is not finite although the statistics are: the optimizer moved it beyond what its type can hold.`,
        remedy: "Take a smaller learning_rate.",
      };
  }
}
