import { referenceKernels } from "../backend/reference";
import type { Variable } from "../base-layer/variable";
import { averageOfGhosts } from "../core/ghost-batches";
import { unrounded } from "../core/rounding";
import type { BatchSource } from "../data/batch-source";
import type { RenormTrace } from "../layer/trace";
import type { ParameterUpdate } from "../optimizers";
import { channelView } from "../tensor/channel-view";
import type { Tensor, TensorData } from "../tensor/tensor";
import type { RunStatistics } from "../types";
import { parameterRecorder } from "./parameter-recorder";
import type { ParameterRecorder } from "./parameter-recorder";
import { renormRecorder } from "./renorm-recorder";
import type { RenormRecorder } from "./renorm-recorder";

/** Which column of the statistics holds a weight, by its documented name. */
const columns: Readonly<Record<string, "movingMean" | "movingVariance" | "gamma" | "beta">> = {
  moving_mean: "movingMean",
  moving_variance: "movingVariance",
  gamma: "gamma",
  beta: "beta",
};

/** The documented name of a weight, without its layer's prefix. */
const documentedName = (weightName: string): string =>
  weightName.slice(weightName.lastIndexOf("/") + 1);

/** A layer's weight, or a variable of a graph. */
type Weight = Pick<Variable, "name" | "value">;

/** Fills the statistics of a run, step by step. */
export interface Recorder {
  readonly statistics: RunStatistics;
  batch(step: number, inputs: Tensor): void;
  outputs(step: number, outputs: Tensor): void;
  renorm(step: number, trace: RenormTrace | null): void;
  /** What an optimizer made of the parameters, and of which loss. */
  parameters(step: number, loss: number, updates: readonly ParameterUpdate[]): void;
  weights(step: number, holder: { readonly weights: readonly Weight[] }): void;
}

/** Smallest and largest finite value of each channel. */
function extents(values: TensorData, minimum: Float64Array, maximum: Float64Array): void {
  const width = minimum.length;
  minimum.fill(Infinity);
  maximum.fill(-Infinity);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    const c = i % width;
    if (value < minimum[c]!) minimum[c] = value;
    if (value > maximum[c]!) maximum[c] = value;
  }
}

/** How the run's training calls are made, as far as the batch statistics depend on it. */
export interface RecordedCalls {
  readonly ghostBatches: number;
  /** One weight per example. */
  readonly mask?: readonly number[] | undefined;
}

/** Repeats the weight of each example for its elements. */
export const perElement = (mask: readonly number[], width: number): Float64Array =>
  Float64Array.from({ length: mask.length * width }, (_, i) => mask[Math.floor(i / width)]!);

export function recorderFor(source: BatchSource, steps: number, calls: RecordedCalls): Recorder {
  const width = source.channels.length;
  const perStep = (): Float64Array => new Float64Array(steps * width);
  const perState = (): Float64Array => new Float64Array((steps + 1) * width);
  const statistics = {
    steps,
    channels: source.channels,
    batchMean: perStep(),
    batchVariance: perStep(),
    batchMinimum: perStep(),
    batchMaximum: perStep(),
    populationMean: perStep(),
    populationVariance: perStep(),
    movingMean: perState(),
    movingVariance: perState(),
    gamma: perState().fill(1),
    beta: perState(),
    trainingMinimum: perStep(),
    trainingMaximum: perStep(),
    renorm: null as RunStatistics["renorm"],
    parameters: null as RunStatistics["parameters"],
  };
  let renorm: RenormRecorder | undefined;
  let parameters: ParameterRecorder | undefined;
  const view = channelView([source.batchSize, width], [1], calls.ghostBatches);
  const options = { round: unrounded, elementWeights: calls.mask && perElement(calls.mask, width) };
  const rowOf = (values: Float64Array, step: number): Float64Array =>
    values.subarray((step - 1) * width, step * width);
  return {
    statistics,
    batch(step, inputs): void {
      const { mean, variance } = referenceKernels.moments(inputs, view, options);
      const population = source.population(step);
      rowOf(statistics.batchMean, step).set(averageOfGhosts(mean, width));
      rowOf(statistics.batchVariance, step).set(averageOfGhosts(variance, width));
      rowOf(statistics.populationMean, step).set(population.mean);
      rowOf(statistics.populationVariance, step).set(population.variance);
      extents(
        inputs.data,
        rowOf(statistics.batchMinimum, step),
        rowOf(statistics.batchMaximum, step),
      );
    },
    outputs(step, { data }): void {
      extents(
        data,
        rowOf(statistics.trainingMinimum, step),
        rowOf(statistics.trainingMaximum, step),
      );
    },
    renorm(step, trace): void {
      if (trace === null) return;
      renorm ??= renormRecorder(steps, width);
      statistics.renorm = renorm.history;
      renorm.record(step, trace);
    },
    parameters(step, loss, updates): void {
      parameters ??= parameterRecorder(steps, width);
      statistics.parameters = parameters.history;
      parameters.record(step, loss, updates);
    },
    weights(step, { weights }): void {
      for (const { name, value } of weights) {
        const column = columns[documentedName(name)];
        if (column !== undefined) statistics[column].set(value.data, step * width);
      }
    },
  };
}
