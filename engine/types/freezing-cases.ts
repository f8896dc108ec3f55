import type { Attempt } from "./attempt";

/** A weight before and after one call and one optimizer step. */
export interface WeightChange {
  /** As documented. */
  readonly name: string;
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Whether any bit of it is another one. */
  readonly isMoved: boolean;
}

/** What a layer did in one call and one optimizer step. */
export interface FreezingCase {
  readonly trainable: boolean;
  readonly training: boolean;
  /** Whether the call normalized with the batch's own statistics. */
  readonly usesBatch: boolean;
  readonly changes: readonly WeightChange[];
}

/** What a version of the layer does in all four of them, or why it refuses the layer. */
export interface FreezingInVersion {
  readonly profile: string;
  readonly cases: Attempt<readonly FreezingCase[]>;
}
