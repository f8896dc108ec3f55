import type { GraphDescription } from "./graph-description";
import type { RefusalMessage } from "./refusal-message";

/** A call of the functional interface in a graph: places in the lists of the graph's description. */
export interface FunctionalCall {
  /** What the call added. */
  readonly operations: readonly number[];
  /** The variables that these operations read or write. */
  readonly variables: readonly number[];
  /** Those of them that were not there before the call. */
  readonly made: readonly number[];
}

/** Steps on the loss of the first of two calls, and what they did to both. */
export interface SharedTraining {
  readonly steps: number;
  /** What each step fetched as its loss, before it moved anything. */
  readonly loss: Float64Array;
  /** Of the batches that each call was fed, `steps × channels`; row 0 is step 1. */
  readonly batchMeans: readonly Float64Array[];
  /** Of each variable of the graph, `(steps + 1) × channels`; row t is the value after step t. */
  readonly values: readonly Float64Array[];
  /** The first batch of each call, `batch size × channels`. */
  readonly inputs: readonly Float64Array[];
  /** What each call makes of its first batch's first example after each step, `(steps + 1) × channels`. */
  readonly trainingOutputs: readonly Float64Array[];
  readonly inferenceOutputs: readonly Float64Array[];
  /** For each operation of the graph whether a step's run computes it, or takes in what is fed for it. */
  readonly ran: readonly boolean[];
}

/** Two calls of the functional interface in one graph. */
export interface SharedVariables {
  readonly channels: readonly string[];
  readonly graph: GraphDescription;
  /** The calls that returned. */
  readonly calls: readonly FunctionalCall[];
  /** Why the next call did not return; the program ends there. */
  readonly refusal: RefusalMessage | null;
  /** Null where a call was refused. */
  readonly training: SharedTraining | null;
}
