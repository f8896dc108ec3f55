import type { Experiment } from "@/engine/spec/experiment";
import { examplesIn, outputsOf, summaryOf } from "./output-summary";
import type { OutputSummary } from "./output-summary";
import type { RunData } from "./run-data";

/** What both modes make of one channel. */
export interface ModeOutputs {
  readonly training: OutputSummary;
  readonly inference: OutputSummary;
}

type Run = Pick<RunData, "statistics" | "chosen">;

/** The chosen step's own batch in both modes, without what a mask leaves out. */
export function batchOutputs(experiment: Experiment, run: Run, channel: number): ModeOutputs {
  const rows = examplesIn(experiment, run.chosen);
  return {
    training: summaryOf(outputsOf(run, channel, "trainingOutputs", rows)),
    inference: summaryOf(outputsOf(run, channel, "inferenceOutputs", rows)),
  };
}

/**
 * What both modes make of the examples that batches are drawn from, with the weights of the chosen step. A single batch
 * is wider or narrower by chance, and inference mode lets that be seen; the gap that a next layer meets is the one that
 * is left without it. NaN where a number is not finite.
 */
export function typicalOutputs(experiment: Experiment, run: Run, channel: number): ModeOutputs {
  const population = populationOf(experiment, run, channel);
  return run.statistics.renorm !== null || !Number.isFinite(population.mean)
    ? overLastBatches(experiment, run, channel)
    : {
        training: batchOutputs(experiment, run, channel).training,
        inference: inferenceOf(experiment, run, channel)(population),
      };
}

/** Mean and deviation of what the channel's batches are drawn from; padding is a part of it unless it is masked. */
export function populationOf(
  { padding, mask }: Experiment,
  { statistics, chosen }: Run,
  channel: number,
): OutputSummary {
  const at = (chosen.step - 1) * statistics.channels.length + channel;
  const mean = statistics.populationMean[at] ?? NaN;
  const variance = statistics.populationVariance[at] ?? NaN;
  const zeros = mask ? 0 : Math.min(padding / chosen.batchSize, 1);
  const kept = 1 - zeros;
  return {
    mean: kept * mean,
    deviation: Math.sqrt(kept * variance + kept * zeros * mean ** 2),
  };
}

/** What inference mode makes of inputs, by their mean and deviation. */
function inferenceOf(
  { epsilon }: Experiment,
  { statistics, chosen }: Run,
  channel: number,
): (inputs: OutputSummary) => OutputSummary {
  const left = chosen.step * statistics.channels.length + channel;
  const gamma = chosen.call.gamma[channel] ?? NaN;
  const slope = gamma / Math.sqrt((statistics.movingVariance[left] ?? NaN) + epsilon);
  return ({ mean, deviation }) => ({
    mean:
      (mean - (statistics.movingMean[left] ?? NaN)) * slope + (chosen.call.beta[channel] ?? NaN),
    deviation: deviation * Math.abs(slope),
  });
}

/** As many batches as chance needs to even out, and as few as a warm-up lasts. */
const windowSize = 20;

/** The same of the last batches up to the chosen step, which is fair where their statistics enter both modes. */
function overLastBatches(experiment: Experiment, run: Run, channel: number): ModeOutputs {
  const { statistics, chosen } = run;
  const width = statistics.channels.length;
  const gamma = chosen.call.gamma[channel] ?? NaN;
  const beta = chosen.call.beta[channel] ?? NaN;
  const first = Math.max(chosen.step - windowSize, 0);
  const rows = Array.from(
    { length: chosen.step - first },
    (_, i) => (first + i) * width + channel,
  ).map((at) => {
    const mean = statistics.batchMean[at] ?? NaN;
    const variance = statistics.batchVariance[at] ?? NaN;
    const r = statistics.renorm?.r[at] ?? 1;
    const normalized = r * Math.sqrt(variance / (variance + experiment.epsilon));
    return {
      input: { mean, deviation: Math.sqrt(variance) },
      normalized: { mean: statistics.renorm?.d[at] ?? 0, deviation: normalized },
    };
  });
  const training = pooled(rows.map(({ normalized }) => normalized));
  return {
    training: {
      mean: training.mean * gamma + beta,
      deviation: training.deviation * Math.abs(gamma),
    },
    inference: inferenceOf(experiment, run, channel)(pooled(rows.map(({ input }) => input))),
  };
}

/** Mean and deviation of groups of one size taken together. */
function pooled(groups: readonly OutputSummary[]): OutputSummary {
  const { mean, deviation: between } = summaryOf(groups.map((group) => group.mean));
  const within = groups.reduce((sum, { deviation }) => sum + deviation ** 2, 0) / groups.length;
  return { mean, deviation: Math.sqrt(within + between ** 2) };
}
