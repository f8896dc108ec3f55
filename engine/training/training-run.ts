import type { BatchSource, Population } from "../data/batch-source";
import { editedSource } from "../data/edited-source";
import { paddedSource, paddingMask } from "../data/padded-source";
import { BatchNormalization } from "../layer/batch-normalization";
import type { BatchNormArguments } from "../layer/configuration";
import type { CallOptions } from "../base-layer/options";
import type { Optimizer } from "../optimizers";
import type { CellEdit } from "../spec/cell-edit";
import type { ProfileId } from "../spec/profiles";
import { recordedPart } from "../spec/run/recorded-part";
import type { ChannelPart } from "../spec/run/recorded-part";
import { finished } from "../stepwise";
import type { Stepwise } from "../stepwise";
import { tensor } from "../tensor/tensor";
import type { Tensor } from "../tensor/tensor";
import type { Trace } from "../layer/trace";
import type { RunStatistics } from "../types/run-statistics";
import type { StepTensors } from "../types/step-tensors";
import { Checkpoints, checkpointOf, goBackTo } from "./checkpoints";
import type { Trained } from "./checkpoints";
import { recorderFor } from "./recorder";
import type { Recorder } from "./recorder";
import { stepTensors } from "./step-tensors";

export interface TrainingRun {
  readonly statistics: RunStatistics;
  /** Replays one step, counted from 1, from the weights it found. */
  inspect(step: number): StepTensors;
  /** The run's layer as a step found it. There is one, and each call of this sets it anew. */
  layerAt(step: number): BatchNormalization;
  /** Trains again what leads from the nearest checkpoint to this step, which is then looked at without delay. */
  approach(step: number): Stepwise<void>;
  /** The batch of a step in the layer's dtype. */
  inputsAt(step: number): Tensor;
  /** The mean and variance, per channel, of what the batch of a step is drawn from. */
  populationAt(step: number): Population;
  /** The channels whose numbers the statistics and `inspect` hold. */
  readonly part: ChannelPart;
  readonly checkpoints: Pick<Checkpoints, "interval" | "kept">;
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
  /** The step from which the layer is not trainable, whatever its arguments say. */
  readonly frozenFrom?: number | null;
  /** Sees every step when it is done. It must leave the layer as it is. */
  readonly observe?: ((observed: ObservedStep) => void) | undefined;
  /** A channel whose numbers must be kept. A run that keeps all channels keeps it anyway. */
  readonly channel?: number;
}

/** A step of a run that has just been done. */
export interface ObservedStep {
  readonly step: number;
  readonly inputs: Tensor;
  /** Of the training call. */
  readonly trace: Trace;
  /** As the step left it. */
  readonly layer: BatchNormalization;
}

/** ½·mean y². */
const lossOf = ({ data }: Tensor): number => {
  let squares = 0;
  for (const y of data) squares += y * y;
  return squares / (2 * data.length);
};

/** d(½·mean y²)/dy. */
const lossGradient = (outputs: Tensor): Tensor => ({
  ...outputs,
  data: outputs.data.map((y) => y / outputs.data.length),
});

/**
 * Feeds `steps` batches to a fresh layer in training mode and records every statistic. The layer normalizes the
 * table's columns, so `axis` is -1 whatever the arguments say.
 */
export const trainingRun = (
  args: BatchNormArguments,
  batches: BatchSource,
  steps: number,
  options: RunOptions = {},
): TrainingRun => finished(trainingSteps(args, batches, steps, options));

/** The same, step by step. */
export function* trainingSteps(
  args: BatchNormArguments,
  batches: BatchSource,
  steps: number,
  options: RunOptions = {},
): Stepwise<TrainingRun> {
  const setup = setUp(args, batches, options);
  const { layer, source } = setup;
  const part = recordedPart(steps, options.channel ?? 0, source.channels.length);
  const ghostSize = args.virtual_batch_size ?? source.batchSize;
  const recorder = recorderFor(source, steps, {
    ghostBatches: Math.max(Math.floor(source.batchSize / ghostSize), 1),
    mask: setup.call.mask,
    part,
  });
  const checkpoints = new Checkpoints(steps, {
    take: (step) => checkpointOf(setup, step),
    goBackTo: (checkpoint) => goBackTo(setup, checkpoint),
    train: (step) => train(setup, step, setup.inputsAt(step)),
  });
  recorder.weights(0, layer);
  for (let step = 1; step <= steps; step++) {
    checkpoints.pass(step);
    const inputs = setup.inputsAt(step);
    recorder.batch(step, inputs);
    train(setup, step, inputs, recorder);
    recorder.weights(step, layer);
    yield step;
  }
  return replayable(setup, { part, checkpoints, statistics: recorder.statistics });
}

/** What all steps of a run share. */
interface Setup extends Trained {
  readonly source: BatchSource;
  readonly call: CallOptions & { readonly mask?: readonly number[] };
  /** Whether more than the outputs of the call is needed; that costs more. */
  readonly isTraced: boolean;
  readonly inputsAt: (step: number) => Tensor;
  readonly isTrainableAt: (step: number) => boolean;
  readonly observe: RunOptions["observe"];
}

function setUp(args: BatchNormArguments, batches: BatchSource, options: RunOptions): Setup {
  const { profile, optimizer, seed, edits = [], padding = 0, frozenFrom = null, observe } = options;
  const source = paddedSource(editedSource(batches, edits), padding);
  const shape = [source.batchSize, source.channels.length] as const;
  const layer = new BatchNormalization(
    { ...args, axis: -1 },
    { ...(profile && { profile }), ...(seed !== undefined && { seed }) },
  );
  layer.build(shape);
  const { trainable } = layer;
  return {
    layer,
    optimizer,
    source,
    call: {
      training: true,
      ...(options.mask === true && { mask: paddingMask(source, padding) }),
    },
    isTraced: optimizer !== undefined || observe !== undefined || args.renorm === true,
    inputsAt: (step) => tensor(source.batch(step).values, { shape, dtype: layer.dtype }),
    isTrainableAt: (step) => trainable && (frozenFrom === null || step < frozenFrom),
    observe,
  };
}

interface Made {
  readonly part: ChannelPart;
  readonly checkpoints: Checkpoints;
  readonly statistics: RunStatistics;
}

function replayable(setup: Setup, made: Made): TrainingRun {
  const { layer, source, call, inputsAt } = setup;
  const { part, checkpoints } = made;
  const approach = (step: number): Stepwise<void> => checkpoints.approach(step);
  const layerAt = (step: number): BatchNormalization => {
    finished(approach(step));
    layer.trainable = setup.isTrainableAt(step);
    return layer;
  };
  return {
    statistics: made.statistics,
    part,
    checkpoints,
    approach,
    layerAt,
    inputsAt,
    populationAt: (step) => source.population(step),
    inspect(step): StepTensors {
      layerAt(step);
      const inputs = inputsAt(step);
      // The training call moves the layer on to what the step left, which is what inference then uses.
      const trace = layer.trace(inputs, call);
      const inference = layer.call(inputs, { training: false });
      const looked = { inputs, trace, inference, mask: call.mask };
      return stepTensors(source, step, { ...looked, part });
    },
  };
}

/** Makes one training call, and the optimizer's step where there is one; nobody watches one that is made again. */
function train(setup: Setup, step: number, inputs: Tensor, recorder?: Recorder): void {
  const { layer, optimizer, call, isTraced } = setup;
  layer.trainable = setup.isTrainableAt(step);
  if (!isTraced) {
    const outputs = layer.call(inputs, call);
    recorder?.outputs(step, outputs);
    return;
  }
  const trace = layer.trace(inputs, call);
  if (optimizer !== undefined) {
    const updates = optimizer.step(layer, trace.vjp(lossGradient(trace.outputs)));
    recorder?.parameters(step, lossOf(trace.outputs), updates);
  }
  recorder?.outputs(step, trace.outputs);
  recorder?.renorm(step, trace.renorm);
  if (recorder !== undefined) setup.observe?.({ step, inputs, trace, layer });
}
