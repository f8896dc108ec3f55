import { EngineError } from "../errors";
import { refusal } from "../spec/show-value";
import { referenceKernels } from "../backend/reference";
import { unrounded } from "../core/rounding";
import type { BatchSource } from "../data/batch-source";
import { BatchNormalization } from "../layer/batch-normalization";
import type { BatchNormArguments } from "../layer/configuration";
import { channelView } from "../tensor/channel-view";
import { tensor } from "../tensor/tensor";
import type { Tensor } from "../tensor/tensor";
import type { RunStatistics, StepTensors } from "../types";

export interface TrainingRun {
  readonly statistics: RunStatistics;
  /** Replays one step, counted from 1, from the weights it found. */
  inspect(step: number): StepTensors;
}

/**
 * Feeds `steps` batches to a fresh layer in training mode and records every statistic. No optimizer is involved:
 * gamma and beta stay at their initial values, the moving statistics are what changes. `onStep` is called after
 * every step.
 */
export function trainingRun(
  args: BatchNormArguments,
  source: BatchSource,
  steps: number,
  onStep?: () => void,
): TrainingRun {
  const shape = [source.batchSize, source.channels.length] as const;
  const layer = new BatchNormalization({ ...args, axis: -1 });
  layer.build(shape);
  const dtype = args.dtype ?? "float32";
  const inputsOf = (step: number): Tensor => tensor(source.batch(step).values, { shape, dtype });

  const recorder = recorderFor(source, steps);
  recorder.movingStatistics(0, layer);
  recorder.parameters(layer);
  for (let step = 1; step <= steps; step++) {
    const inputs = inputsOf(step);
    recorder.batchStatistics(step, inputs);
    layer.call(inputs, { training: true });
    recorder.movingStatistics(step, layer);
    onStep?.();
  }

  const statistics = recorder.statistics;
  return {
    statistics,
    inspect(step): StepTensors {
      if (!Number.isInteger(step) || step < 1 || step > steps) {
        throw new EngineError(
          "step",
          "ValueError",
          refusal("step", `an integer from 1 to ${steps}`, step),
        );
      }
      const { labels } = source.batch(step);
      const inputs = inputsOf(step);
      // The training call moves the layer on to what the step left, which is what inference then uses.
      restoreAfter(layer, statistics, step - 1);
      const training = layer.call(inputs, { training: true });
      const inference = layer.call(inputs, { training: false });
      return {
        step,
        batchSize: source.batchSize,
        inputs: Float64Array.from(inputs.data),
        trainingOutputs: Float64Array.from(training.data),
        inferenceOutputs: Float64Array.from(inference.data),
        ...(labels !== undefined && { labels }),
      };
    },
  };
}

/** The documented name of a weight, without its layer's prefix. */
const documentedName = (weightName: string): string =>
  weightName.slice(weightName.lastIndexOf("/") + 1);

const recordOf = (weightName: string): "movingMean" | "movingVariance" | undefined => {
  switch (documentedName(weightName)) {
    case "moving_mean":
      return "movingMean";
    case "moving_variance":
      return "movingVariance";
    default:
      return undefined;
  }
};

/** Puts the moving statistics back to what step `step` left; the recorded numbers are exact in the layer's dtype. */
function restoreAfter(layer: BatchNormalization, statistics: RunStatistics, step: number): void {
  const width = statistics.channels.length;
  layer.setWeights(
    layer.weights.map(({ name, value }) => {
      const recorded = recordOf(name);
      if (recorded === undefined) return value;
      const row = statistics[recorded].subarray(step * width, (step + 1) * width);
      return tensor(row, { shape: value.shape, dtype: value.dtype });
    }),
  );
}

interface Recorder {
  readonly statistics: RunStatistics;
  batchStatistics(step: number, inputs: Tensor): void;
  movingStatistics(step: number, layer: BatchNormalization): void;
  parameters(layer: BatchNormalization): void;
}

function recorderFor(source: BatchSource, steps: number): Recorder {
  const width = source.channels.length;
  const perStep = (): Float64Array => new Float64Array(steps * width);
  const statistics = {
    steps,
    channels: source.channels,
    batchMean: perStep(),
    batchVariance: perStep(),
    batchMinimum: perStep(),
    batchMaximum: perStep(),
    populationMean: perStep(),
    populationVariance: perStep(),
    movingMean: new Float64Array((steps + 1) * width),
    movingVariance: new Float64Array((steps + 1) * width),
    gamma: new Float64Array(width).fill(1),
    beta: new Float64Array(width),
  };
  const view = channelView([source.batchSize, width], [1]);
  return {
    statistics,
    batchStatistics(step, inputs): void {
      const row = (step - 1) * width;
      const { mean, variance } = referenceKernels.moments(inputs.data, view, { round: unrounded });
      const population = source.population(step);
      statistics.batchMean.set(mean, row);
      statistics.batchVariance.set(variance, row);
      statistics.populationMean.set(population.mean, row);
      statistics.populationVariance.set(population.variance, row);
      const minimum = statistics.batchMinimum.subarray(row, row + width).fill(Infinity);
      const maximum = statistics.batchMaximum.subarray(row, row + width).fill(-Infinity);
      inputs.data.forEach((value, i) => {
        if (!Number.isFinite(value)) return;
        const c = i % width;
        minimum[c] = Math.min(minimum[c]!, value);
        maximum[c] = Math.max(maximum[c]!, value);
      });
    },
    movingStatistics(step, layer): void {
      for (const { name, value } of layer.weights) {
        const recorded = recordOf(name);
        if (recorded !== undefined) statistics[recorded].set(value.data, step * width);
      }
    },
    parameters(layer): void {
      for (const { name, value } of layer.weights) {
        const weight = documentedName(name);
        if (weight === "gamma" || weight === "beta") statistics[weight].set(value.data);
      }
    },
  };
}
