import type { Experiment } from "@/engine/spec/experiment";
import { switchesOf } from "@/engine/spec/profiles";
import type { RunData } from "@/components/measures/run-data";
import type { TrainingCall } from "@/engine/types/training-call";
import type { FigureModel, FusedVariance, RenormModel } from "./figure-model";
import { multiplesOf } from "./multiples";
import { outputsModel } from "./outputs-model";
import { columnOf } from "@/components/measures/column";
import { examplesIn } from "@/components/measures/output-summary";
import { typicalOutputs } from "@/components/measures/typical-outputs";
import { seriesOf } from "./series";
import { sentencesFor } from "./sentences";

/** A run with its moving variance on the other path. */
export interface PathsData extends RunData {
  /** `(steps + 1) × channels`; null where the fused implementation would not be taken. */
  readonly fusedVariance: Float64Array | null;
}

export function figureModel(
  experiment: Experiment,
  { statistics, chosen, fusedVariance }: PathsData,
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
    multiples: experiment.all_channels ? multiplesOf(statistics, channel, step) : null,
    mean: seriesOf(statistics, channel, step, "mean"),
    variance: seriesOf(statistics, channel, step, "variance"),
    fused: fusedVariance && fusedOf(columnOf(fusedVariance, width, channel), step),
    gamma: statistics.gamma[foundBy] ?? 1,
    beta: statistics.beta[foundBy] ?? 0,
    ghostBatches: chosen.call.ghostBatches,
    padding: Math.min(experiment.padding, chosen.batchSize),
    isMasked: experiment.mask,
    first: firstOf(chosen.call, channel),
    renorm: renormOf(chosen.call, channel, profile.renorm === "weighted"),
    outputs: outputsModel({
      statistics,
      chosen,
      channel,
      epsilon: experiment.epsilon,
      counted: examplesIn(experiment, chosen),
    }),
    typical: typicalOutputs(experiment, { statistics, chosen }, channel),
  };
  return { ...seen, sentences: sentencesFor(seen) };
}

const fusedOf = (moving: Float64Array, step: number): FusedVariance => ({
  moving,
  before: moving[step - 1] ?? NaN,
  after: moving[step] ?? NaN,
});

/** What happened to example 0, which lies in ghost batch 0. */
const firstOf = ({ used, adjustment }: TrainingCall, channel: number): FigureModel["first"] => ({
  mean: used.mean[channel] ?? NaN,
  variance: used.variance[channel] ?? NaN,
  scale: adjustment?.scale[channel] ?? 1,
  bias: adjustment?.bias[channel] ?? 0,
});

const renormOf = (
  { renorm }: TrainingCall,
  channel: number,
  isWeighted: boolean,
): RenormModel | null =>
  renorm && {
    r: renorm.r[channel] ?? NaN,
    d: renorm.d[channel] ?? NaN,
    unclipped: {
      r: renorm.unclipped.r[channel] ?? NaN,
      d: renorm.unclipped.d[channel] ?? NaN,
    },
    isWeighted,
  };
