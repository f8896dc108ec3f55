import type { GraphDescription } from "./graph-description";
import type { RunStatistics } from "./run-statistics";

/** The run's first batch, put through the layer again after every step; row t of `steps + 1` is after step t. */
export interface LoopProbe {
  /** Of its first example, one number per channel. */
  readonly input: Float64Array;
  readonly target: Float64Array;
  /** The first example's outputs, `(steps + 1) × channels`. */
  readonly trainingOutput: Float64Array;
  readonly inferenceOutput: Float64Array;
  /** The mean squared error over the batch and all channels. */
  readonly trainingLoss: Float64Array;
  readonly inferenceLoss: Float64Array;
}

/** What a training loop on a deferred graph did, besides its statistics. */
export interface LoopHistory {
  /** What each step fetched as its loss, before it moved anything. */
  readonly loss: Float64Array;
  readonly probe: LoopProbe;
  readonly graph: GraphDescription;
  /** The operation that each step runs. */
  readonly fetched: number;
  /** `steps × operations`: 1 where a step's run computed the operation, or took in what it was fed for it. */
  readonly ran: Uint8Array;
}

/** What a training loop on a deferred graph did. */
export interface TrainingLoop extends LoopHistory {
  readonly statistics: RunStatistics;
}
