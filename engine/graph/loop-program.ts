import { GraphKeys } from "../base-layer/deferred";
import type { Operation, SymbolicTensor } from "../base-layer/deferred";
import type { BatchNormArguments } from "../layer/configuration";
import type { CallResult } from "../layer/deferred-call";
import { sgd } from "../optimizers";
import { batchNormalization } from "./batch-normalization";
import type { FedBatch } from "./fed-batch";
import type { Feeds } from "./feeds";
import { minimize } from "./minimize";
import { ObservedGraph } from "./observed-graph";
import { meanSquaredError } from "./operations/arithmetic";
import { group } from "./operations/group";
import { placeholder } from "./operations/placeholder";

/** The arguments of the layer that a loop can vary. */
export type LoopLayer = Pick<
  BatchNormArguments,
  "momentum" | "epsilon" | "moving_mean_initializer" | "moving_variance_initializer"
>;

export interface ProgramSettings {
  readonly layer?: LoopLayer;
  readonly learningRate: number;
  /** Whether a step runs what the collection UPDATE_OPS held when the loop asked for it. */
  readonly runUpdateOps: boolean;
  /** Whether the loop asks for UPDATE_OPS before it makes the layer. */
  readonly collectBeforeLayer?: boolean;
  /** What initializers without a seed of their own draw from. */
  readonly seed?: number;
}

/** A loop's graph, with what a run of it fetches and feeds. */
export interface LoopProgram {
  readonly graph: ObservedGraph;
  readonly x: SymbolicTensor;
  readonly targets: SymbolicTensor;
  readonly training: SymbolicTensor;
  readonly y: SymbolicTensor;
  /** What computes `y`. */
  readonly call: Operation<CallResult>;
  readonly loss: SymbolicTensor;
  /** What a step runs besides the optimizer. */
  readonly updates: readonly Operation[];
  readonly trainStep: Operation;
}

/** The graph of a loop over batches of `width` channels, as it was written for TensorFlow 1. */
export function programFor(width: number, settings: ProgramSettings): LoopProgram {
  const { layer = {}, seed, learningRate, runUpdateOps, collectBeforeLayer = false } = settings;
  const graph = new ObservedGraph();
  const updateOps = (): readonly Operation[] => graph.getCollection(GraphKeys.UPDATE_OPS);

  const x = placeholder(graph, { shape: [null, width], name: "x" });
  const training = placeholder(graph, { dtype: "bool", name: "training" });
  const early = updateOps();
  const y = batchNormalization(
    x,
    { ...layer, training, name: "bn" },
    // The loop is written for the versions in which the function was not deprecated.
    { onWarning: () => undefined, ...(seed !== undefined && { seed }) },
  );
  const targets = placeholder(graph, { shape: [null, width], name: "targets" });
  const loss = meanSquaredError(targets, y);
  const trainOp = minimize(sgd({ learning_rate: learningRate }), loss);
  const collected = collectBeforeLayer ? early : updateOps();
  const updates = runUpdateOps ? collected : [];
  const trainStep = group([trainOp, ...updates], "train_step");
  // The function returns what its layer's call returns.
  const call = y.operation as Operation<CallResult>;
  return { graph, x, targets, training, y, call, loss, updates, trainStep };
}

/** What a run is fed. */
export const feedsFor = (
  program: LoopProgram,
  batch: FedBatch,
  mode: "training" | "inference",
): Feeds => [
  [program.x, batch.inputs],
  [program.targets, batch.targets],
  [program.training, mode === "training"],
];
