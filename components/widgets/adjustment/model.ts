import { decadeBound } from "@/components/charts/plot/domain";
import { columnOf } from "@/components/measures/column";
import { channelNamesOf } from "@/components/measures/kept-channels";
import type { RunData } from "@/components/measures/run-data";
import type { Experiment } from "@/engine/spec/experiment";
import type { AdjustmentHistory } from "@/engine/types/adjustment-history";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { DrawsModel, ExampleModel, FigureModel, Spread } from "./figure-model";
import { sentencesFor } from "./sentences";

/** A run with an adjustment, and its chosen step without it. */
export interface AdjustedData extends RunData {
  readonly history: AdjustmentHistory | null;
  /** The chosen step's row of it. */
  readonly drawn: AdjustmentHistory | null;
  readonly unadjusted: Float64Array;
}

export function figureModel(experiment: Experiment, data: AdjustedData): FigureModel {
  const { statistics, chosen } = data;
  const width = statistics.channels.length;
  const channel = Math.min(experiment.channel, width - 1);
  const { step, batchSize: examples, call } = chosen;
  const example = Math.min(experiment.example, examples - 1);
  const batch = batchOf(data, channel);
  const at = (values: Float64Array): number => values[channel] ?? NaN;
  const draws = drawsOf(experiment, data, { channel, example });
  const spreadOf = (which: "adjusted" | "unadjusted" | "inference"): Spread =>
    spread(batch.map((one) => one[which]));
  const beta = at(call.beta);
  const seen = {
    channelName: statistics.channels[channel] ?? "",
    channelNames: statistics.channels,
    steps: statistics.steps,
    step,
    example,
    examples,
    epsilon: experiment.epsilon,
    gamma: at(call.gamma),
    beta,
    mean: at(call.used.mean),
    variance: at(call.used.variance),
    moving: movingAfter(statistics, step, channel),
    renorm: call.renorm && { r: at(call.renorm.r), d: at(call.renorm.d) },
    draws,
    batch,
    chosen: batch[example] ?? nobody,
    adjusted: spreadOf("adjusted"),
    unadjusted: spreadOf("unadjusted"),
    inference: spreadOf("inference"),
    outputDomain: outputDomain(batch, beta),
    addedDomain: addedDomain(batch),
  };
  return { ...seen, sentences: sentencesFor(seen) };
}

const nobody: ExampleModel = {
  input: NaN,
  normalized: NaN,
  scale: NaN,
  bias: NaN,
  adjusted: NaN,
  unadjusted: NaN,
  inference: NaN,
};

function batchOf(
  { statistics, chosen, unadjusted }: AdjustedData,
  channel: number,
): readonly ExampleModel[] {
  const width = statistics.channels.length;
  const { call, batchSize } = chosen;
  return Array.from({ length: batchSize }, (_, n) => {
    const of = (values: Float64Array): number => values[n * width + channel] ?? NaN;
    return {
      input: of(chosen.inputs),
      normalized: of(call.normalized),
      scale: call.adjustment === null ? 1 : of(call.adjustment.scale),
      bias: call.adjustment === null ? 0 : of(call.adjustment.bias),
      adjusted: of(chosen.trainingOutputs),
      unadjusted: of(unadjusted),
      inference: of(chosen.inferenceOutputs),
    };
  });
}

function movingAfter(
  { movingMean, movingVariance, channels }: RunStatistics,
  step: number,
  channel: number,
): FigureModel["moving"] {
  const at = step * channels.length + channel;
  return { mean: movingMean[at] ?? NaN, variance: movingVariance[at] ?? NaN };
}

/** What was drawn for a channel's feature or for an example. */
function drawsOf(
  { adjustment }: Experiment,
  { history, drawn, statistics, chosen }: AdjustedData,
  of: { readonly channel: number; readonly example: number },
): DrawsModel | null {
  if (history === null || drawn === null || adjustment === null || typeof adjustment === "function")
    return null;
  const { first } = history;
  const { scale, bias, per = "feature" } = adjustment;
  // The poster keeps the statistics of one channel and a step's draws of all.
  const features = Math.max(channelNamesOf(statistics).length, first + drawn.scale.length);
  // A channel is counted among those that the run keeps already.
  const followed = per === "feature" ? of.channel : of.example - first;
  const series = (values: Float64Array): Float64Array => columnOf(values, history.count, followed);
  return {
    per,
    spread: { scale, bias },
    scales: drawn.scale,
    biases: drawn.bias,
    first,
    count: per === "feature" ? features : chosen.batchSize,
    followed,
    scaleSeries: series(history.scale),
    biasSeries: series(history.bias),
  };
}

/** Mean and (biased) deviation; NaN as soon as one output is not finite. */
function spread(outputs: readonly number[]): Spread {
  const mean = outputs.reduce((sum, output) => sum + output, 0) / outputs.length;
  const squares = outputs.reduce((sum, output) => sum + (output - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / outputs.length) };
}

const largest = (values: readonly number[]): number =>
  values
    .map(Math.abs)
    .filter(Number.isFinite)
    .reduce((most, size) => Math.max(most, size), 0);

function outputDomain(batch: readonly ExampleModel[], beta: number): readonly [number, number] {
  const centre = Number.isFinite(beta) ? beta : 0;
  const distances = batch.flatMap(({ adjusted, unadjusted, inference }) =>
    [adjusted, unadjusted, inference].map((output) => output - centre),
  );
  const most = largest(distances);
  const end = most <= 4 ? 4 : decadeBound(most);
  return [centre - end, centre + end];
}

/** The ends are the next of 0.1, 0.2, 0.5, 1, …, so that a step's draws seldom move them. */
function addedDomain(batch: readonly ExampleModel[]): readonly [number, number] {
  const most = largest(batch.map(({ adjusted, unadjusted }) => adjusted - unadjusted));
  const decade = 10 ** Math.floor(Math.log10(Math.max(most, 0.1)));
  const end = [1, 2, 5, 10].map((digit) => digit * decade).find((bound) => bound >= most) ?? most;
  return [-end, end];
}
