import type { Experiment } from "@/engine/spec/experiment";
import { switchesOf } from "@/engine/spec/profiles";
import type { FirstExample, RunStatistics, StepTensors } from "@/engine/types";
import type { FigureModel, RenormModel } from "./figure-model";
import { outputsModel } from "./outputs-model";
import { seriesOf } from "./series";
import { sentencesFor } from "./sentences";

export function figureModel(
  experiment: Experiment,
  statistics: RunStatistics,
  chosen: StepTensors,
): FigureModel {
  const width = statistics.channels.length;
  const channel = Math.min(experiment.channel, width - 1);
  const profile = switchesOf(experiment.profile);
  const { step } = chosen;
  const foundBy = (step - 1) * width + channel;
  const seen = {
    channel,
    channelName: statistics.channels[channel] ?? "",
    channelNames: statistics.channels,
    steps: statistics.steps,
    step,
    batchSize: chosen.batchSize,
    usesBatch: chosen.usesBatch,
    moves: experiment.trainable || profile.frozenStillUpdates,
    momentum: experiment.momentum,
    epsilon: experiment.epsilon,
    mean: seriesOf(statistics, channel, step, "mean"),
    variance: seriesOf(statistics, channel, step, "variance"),
    gamma: statistics.gamma[foundBy] ?? 1,
    beta: statistics.beta[foundBy] ?? 0,
    ghostBatches: chosen.ghostBatches,
    padding: Math.min(experiment.padding, chosen.batchSize),
    isMasked: experiment.mask,
    first: firstOf(chosen.first, channel),
    renorm: renormOf(chosen, channel, profile.renorm === "weighted"),
    outputs: outputsModel({ statistics, chosen, channel, epsilon: experiment.epsilon }),
  };
  return { ...seen, sentences: sentencesFor(seen) };
}

const firstOf = (first: FirstExample, channel: number): FigureModel["first"] => ({
  mean: first.mean[channel] ?? NaN,
  variance: first.variance[channel] ?? NaN,
  r: first.r[channel] ?? 1,
  d: first.d[channel] ?? 0,
  scale: first.scale[channel] ?? 1,
  bias: first.bias[channel] ?? 0,
});

const renormOf = (
  { unclipped, first }: StepTensors,
  channel: number,
  isWeighted: boolean,
): RenormModel | null =>
  unclipped && {
    r: first.r[channel] ?? NaN,
    d: first.d[channel] ?? NaN,
    unclipped: { r: unclipped.r[channel] ?? NaN, d: unclipped.d[channel] ?? NaN },
    isWeighted,
  };
