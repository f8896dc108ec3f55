import { formatNumber } from "@/components/charts/format/number";
import { populationOf } from "@/components/measures/typical-outputs";
import { batchOfOne } from "./batch-of-one";
import { clippedOften } from "./clipped-steps";
import type { Evidence, Finding } from "./finding";
import { frozen } from "./frozen";
import { smallBatch } from "./small-batch";
import { sortedBatches } from "./sorted-batches";
import { stillAtStart } from "./still-at-start";
import { updatesNotRun } from "./updates-not-run";

type Origin = Pick<Finding, "remedy" | "change">;

/** What a gap between the modes follows from, the first of them that is the matter. */
const causes = [
  updatesNotRun,
  frozen,
  stillAtStart,
  sortedBatches,
  batchOfOne,
  smallBatch,
  clippedOften,
] as const;

const consequence =
  "What follows the layer was trained on the first and meets the second when it is used.";

/** Where a gap comes from, and what closes it; a small batch's variance does not explain one between the means. */
export function gapOrigin(evidence: Evidence, isOfMeans: boolean): Origin {
  for (const inspect of causes) {
    const found = inspect(evidence);
    if (found !== null && (inspect !== smallBatch || !isOfMeans)) {
      return { remedy: `${consequence} The gap follows from “${found.title}”, and goes with it.` };
    }
  }
  const { remedy, change } =
    drifting(evidence) ?? adjusted(evidence) ?? shortMemory(evidence) ?? unusual(evidence);
  return {
    remedy: `${consequence} ${remedy}`,
    ...(change !== undefined && { change }),
  };
}

/** A lag of so many deviations is well below what counts as a gap. */
const bearableLag = 0.15;

/** A population whose mean moves: a moving average trails momentum/(1 − momentum) steps behind. */
function drifting({ experiment, run, channel }: Evidence): Origin | null {
  const { populationMean, channels, movingMean } = run.statistics;
  const { step } = run.chosen;
  const { momentum } = experiment;
  const at = (step - 1) * channels.length + channel;
  const drift =
    step > 1 ? (populationMean[at] ?? NaN) - (populationMean[at - channels.length] ?? NaN) : 0;
  if (!Number.isFinite(drift) || drift === 0) return null;
  const lag = momentum / (1 - momentum);
  const steps = (bearableLag * populationOf(experiment, run, channel).deviation) / Math.abs(drift);
  const fitting = Math.floor((100 * steps) / (1 + steps)) / 100;
  const now = movingMean[step * channels.length + channel] ?? NaN;
  return {
    remedy: `The data move: the mean they are drawn from goes by ${formatNumber(drift, 3)} a step and is at ${formatNumber(populationMean[at] ?? NaN, 3)}, and a moving mean of momentum ${formatNumber(momentum)} trails ${formatNumber(lag, 3)} steps behind, at ${formatNumber(now, 3)}. A lower momentum trails less, and jumps more.`,
    ...(fitting < momentum && {
      change: { label: `Set momentum to ${fitting}`, patch: { momentum: fitting } },
    }),
  };
}

function adjusted({ experiment, run }: Evidence): Origin | null {
  return experiment.adjustment === null || run.chosen.call.adjustment === null
    ? null
    : {
        remedy:
          "The adjustment adds its noise in training mode alone, and here it is large beside what it is added to. Draw it from smaller spreads.",
      };
}

/** So many examples in a moving average make it steady enough: its deviation is off by 6 %. */
const steady = 150;

/** Moving statistics of a few examples, which jump with every batch. */
function shortMemory({ experiment, run, channel }: Evidence): Origin | null {
  const { momentum } = experiment;
  const { batchSize } = run.chosen;
  const batches = (1 + momentum) / (1 - momentum);
  if (batches * batchSize >= steady) return null;
  const wanted = steady / batchSize;
  const fitting = Math.ceil((100 * (wanted - 1)) / (wanted + 1)) / 100;
  return {
    remedy: `${offInWords({ experiment, run, channel })} A moving average of momentum ${formatNumber(momentum)} is worth that of ${formatNumber(batches, 2)} batches, here ${formatNumber(batches * batchSize, 3)} examples, and jumps with every batch. Take a higher momentum, and more steps for it to settle; or larger batches.`,
    change: {
      label: `Set momentum to ${fitting} and go to the last step`,
      patch: { momentum: fitting, step: run.statistics.steps },
    },
  };
}

const unusual = (evidence: Evidence): Origin => ({
  remedy: `${offInWords(evidence)} The start is forgotten, so it is the last batches that were unlike the rest: look at what they held.`,
});

/** How far the moving statistics are from what they estimate. */
function offInWords({ experiment, run, channel }: Evidence): string {
  const { movingMean, movingVariance, channels } = run.statistics;
  const at = run.chosen.step * channels.length + channel;
  const { mean, deviation } = populationOf(experiment, run, channel);
  const number = (value: number): string => formatNumber(value, 3);
  const name = channels[channel] ?? "";
  return `The moving mean of ${name} is ${number(movingMean[at] ?? NaN)} where ${number(mean)} is drawn from, and its moving variance ${number(movingVariance[at] ?? NaN)} where that is ${number(deviation ** 2)}.`;
}
