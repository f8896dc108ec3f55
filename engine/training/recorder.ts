import { referenceKernels } from "../backend/reference";
import type { Variable } from "../base-layer/variable";
import { averageOfGhosts } from "../core/ghost-batches";
import { unrounded } from "../core/rounding";
import type { BatchSource } from "../data/batch-source";
import type { RenormTrace } from "../layer/trace";
import type { ParameterUpdate } from "../optimizers";
import { channelView } from "../tensor/channel-view";
import type { Tensor, TensorData } from "../tensor/tensor";
import type { ChannelPart } from "../spec/run/recorded-part";
import type { RunStatistics } from "../types/run-statistics";
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

interface Extents {
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
}

/** Smallest and largest finite value of each channel from `first` on, in rows of `width`. */
function extents(
  values: TensorData,
  width: number,
  first: number,
  { minimum, maximum }: Extents,
): void {
  minimum.fill(Infinity);
  maximum.fill(-Infinity);
  for (let row = first; row < values.length; row += width) {
    for (let c = 0; c < minimum.length; c++) {
      const value = values[row + c]!;
      if (!Number.isFinite(value)) continue;
      if (value < minimum[c]!) minimum[c] = value;
      if (value > maximum[c]!) maximum[c] = value;
    }
  }
}

/** How the run's training calls are made, as far as the batch statistics depend on it. */
export interface RecordedCalls {
  readonly ghostBatches: number;
  /** One weight per example. */
  readonly mask?: readonly number[] | undefined;
  /** The channels whose numbers are kept; all unless given. */
  readonly part?: ChannelPart | undefined;
}

/** Repeats the weight of each example for its elements. */
export const perElement = (mask: readonly number[], width: number): Float64Array =>
  Float64Array.from({ length: mask.length * width }, (_, i) => mask[Math.floor(i / width)]!);

export function recorderFor(source: BatchSource, steps: number, calls: RecordedCalls): Recorder {
  const width = source.channels.length;
  const { first, count } = calls.part ?? { first: 0, count: width };
  const keptOf = <T extends TensorData>(values: T): T => values.subarray(first, first + count) as T;
  const perStep = (): Float64Array => new Float64Array(steps * count);
  const perState = (): Float64Array => new Float64Array((steps + 1) * count);
  const statistics = {
    steps,
    channels: source.channels.slice(first, first + count),
    kept: count === width ? null : { first, all: source.channels },
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
    values.subarray((step - 1) * count, step * count);
  return {
    statistics,
    batch(step, inputs): void {
      const { mean, variance } = referenceKernels.moments(inputs, view, options);
      const population = source.population(step);
      rowOf(statistics.batchMean, step).set(keptOf(averageOfGhosts(mean, width)));
      rowOf(statistics.batchVariance, step).set(keptOf(averageOfGhosts(variance, width)));
      rowOf(statistics.populationMean, step).set(keptOf(population.mean));
      rowOf(statistics.populationVariance, step).set(keptOf(population.variance));
      extents(inputs.data, width, first, {
        minimum: rowOf(statistics.batchMinimum, step),
        maximum: rowOf(statistics.batchMaximum, step),
      });
    },
    outputs(step, { data }): void {
      extents(data, width, first, {
        minimum: rowOf(statistics.trainingMinimum, step),
        maximum: rowOf(statistics.trainingMaximum, step),
      });
    },
    renorm(step, trace): void {
      if (trace === null) return;
      renorm ??= renormRecorder(steps, { first, count });
      statistics.renorm = renorm.history;
      renorm.record(step, trace);
    },
    parameters(step, loss, updates): void {
      parameters ??= parameterRecorder(steps, width, { first, count });
      statistics.parameters = parameters.history;
      parameters.record(step, loss, updates);
    },
    weights(step, { weights }): void {
      for (const { name, value } of weights) {
        const column = columns[documentedName(name)];
        if (column !== undefined) statistics[column].set(keptOf(value.data), step * count);
      }
    },
  };
}
