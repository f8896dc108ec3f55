import { EngineError } from "../errors";
import { refusal } from "../spec/show-value";
import type { BatchSource } from "../data/batch-source";
import { editedSource } from "../data/edited-source";
import { paddedSource, paddingMask } from "../data/padded-source";
import { BatchNormalization } from "../layer/batch-normalization";
import type { BatchNormArguments } from "../layer/configuration";
import type { CallOptions } from "../base-layer/options";
import type { Optimizer } from "../optimizers";
import type { CellEdit } from "../spec/cell-edit";
import type { ProfileId } from "../spec/profiles";
import { tensor } from "../tensor/tensor";
import type { Tensor } from "../tensor/tensor";
import type { RunStatistics, StepTensors } from "../types";
import { perElement, recorderFor } from "./recorder";
import type { Recorder } from "./recorder";
import { contiguousGhosts, trainingCall } from "./training-call";

export interface TrainingRun {
  readonly statistics: RunStatistics;
  /** Replays one step, counted from 1, from the weights it found. */
  inspect(step: number): StepTensors;
  /** The run's layer as a step found it. There is one, and each call of this sets it anew. */
  layerAt(step: number): BatchNormalization;
  /** The batch of a step in the layer's dtype. */
  inputsAt(step: number): Tensor;
}

export interface RunOptions {
  readonly profile?: ProfileId;
  /** Trains γ and β on half the mean square of the outputs; without it they stay as they start. */
  readonly optimizer?: Optimizer | undefined;
  /** Where an adjustment given as data draws from. */
  readonly seed?: number;
  /** Inputs that are replaced; padding stays 0. */
  readonly edits?: readonly CellEdit[];
  /** How many examples at the end of every batch are zeros. */
  readonly padding?: number;
  /** Whether the training calls are given a mask that leaves the padding out. */
  readonly mask?: boolean;
  /** Called after every step. */
  readonly onStep?: (() => void) | undefined;
}

const numbers = ({ data }: Tensor): Float64Array => Float64Array.from(data);

/** d(½·mean y²)/dy. */
const lossGradient = (outputs: Tensor): Tensor => ({
  ...outputs,
  data: outputs.data.map((y) => y / outputs.data.length),
});

/**
 * Feeds `steps` batches to a fresh layer in training mode and records every statistic. The layer normalizes the
 * table's columns, so `axis` is -1 whatever the arguments say.
 */
export function trainingRun(
  args: BatchNormArguments,
  batches: BatchSource,
  steps: number,
  options: RunOptions = {},
): TrainingRun {
  const { profile, optimizer, seed, edits = [], padding = 0, onStep } = options;
  const source = paddedSource(editedSource(batches, edits), padding);
  const width = source.channels.length;
  const shape = [source.batchSize, width] as const;
  const layer = new BatchNormalization(
    { ...args, axis: -1 },
    { ...(profile && { profile }), ...(seed !== undefined && { seed }) },
  );
  layer.build(shape);
  const inputsAt = (step: number): Tensor =>
    tensor(source.batch(step).values, { shape, dtype: layer.dtype });

  const ghostSize = args.virtual_batch_size ?? source.batchSize;
  const call = {
    training: true,
    ...(options.mask === true && { mask: paddingMask(source, padding) }),
  };
  const recorder = recorderFor(source, steps, {
    ghostBatches: Math.max(Math.floor(source.batchSize / ghostSize), 1),
    mask: call.mask,
  });
  const isTraced = optimizer !== undefined || args.renorm === true;
  const found: (readonly Tensor[])[] = [];
  recorder.weights(0, layer);
  for (let step = 1; step <= steps; step++) {
    const inputs = inputsAt(step);
    found.push(layer.getWeights());
    recorder.batch(step, inputs);
    trained({ layer, inputs, call, optimizer, recorder, step, isTraced });
    recorder.weights(step, layer);
    onStep?.();
  }

  const layerAt = (step: number): BatchNormalization => {
    const weights = found[step - 1];
    if (weights === undefined) {
      throw new EngineError(
        "step",
        "ValueError",
        refusal("step", `an integer from 1 to ${steps}`, step),
      );
    }
    layer.setWeights(weights);
    layer.step = step - 1;
    return layer;
  };

  return {
    statistics: recorder.statistics,
    layerAt,
    inputsAt,
    inspect(step): StepTensors {
      layerAt(step);
      const { labels } = source.batch(step);
      const inputs = inputsAt(step);
      // The training call moves the layer on to what the step left, which is what inference then uses.
      const trace = layer.trace(inputs, call);
      const inference = layer.call(inputs, { training: false });
      return {
        step,
        batchSize: source.batchSize,
        inputs: numbers(inputs),
        trainingOutputs: numbers(trace.outputs),
        inferenceOutputs: numbers(inference),
        usesBatch: trace.mode === "training",
        call: trainingCall(trace, width),
        contiguousGhosts: contiguousGhosts(
          inputs,
          trace.ghostBatches,
          call.mask && perElement(call.mask, width),
        ),
        ...(labels !== undefined && { labels }),
      };
    },
  };
}

interface Training {
  readonly layer: BatchNormalization;
  readonly inputs: Tensor;
  readonly call: CallOptions;
  readonly optimizer: Optimizer | undefined;
  readonly recorder: Recorder;
  readonly step: number;
  /** Whether more than the outputs of the call is needed; that costs more. */
  readonly isTraced: boolean;
}

/** Makes one training call, and the optimizer's step where there is one. */
function trained({ layer, inputs, call, optimizer, recorder, step, isTraced }: Training): void {
  if (!isTraced) {
    recorder.outputs(step, layer.call(inputs, call));
    return;
  }
  const trace = layer.trace(inputs, call);
  optimizer?.step(layer, trace.vjp(lossGradient(trace.outputs)));
  recorder.outputs(step, trace.outputs);
  recorder.renorm(step, trace.renorm);
}
