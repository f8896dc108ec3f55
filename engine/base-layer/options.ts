import type { BackendId } from "../backend/kernels";
import type { ProfileId } from "../spec/profiles";
import type { Tensor } from "../tensor/tensor";
import type { DeferredGraph, Reuse, SymbolicTensor } from "./deferred";
import type { NameScope } from "./names";
import type { WarningListener } from "./warnings";

export interface LayerOptions {
  readonly profile?: ProfileId;
  /** Which kernels compute; the reference unless given. `layer.backend` says which of them answer. */
  readonly backend?: BackendId;
  /** What initializers and adjustments without a seed of their own draw from; 0 unless given. */
  readonly seed?: number;
  /** Where unnamed layers get their names; a scope of its own, or the graph's, unless given. */
  readonly names?: NameScope;
  /** Hears what TensorFlow would log; the console unless given. */
  readonly onWarning?: WarningListener;
  /** The graph the layer builds on. Without one it is eager: it computes when it is called. */
  readonly graph?: DeferredGraph | null;
  /** Whether the variables of an existing scope are used; only layers of `tf.layers` in a graph look for them. */
  readonly reuse?: Reuse | null;
  /**
   * What `input` and its like are of a layer that was called several times. The document says that they are refused,
   * which is the default; every version of TensorFlow gives those of the first call.
   */
  readonly inputOfSeveralNodes?: "refused" | "first";
  /** The variable scope, instead of one named after the layer and made unique. */
  readonly scope?: string | null;
}

/** What `mask` may be; booleans count 1 and 0. */
export type Mask = Tensor | NestedMask;
export type NestedMask = boolean | number | readonly NestedMask[];

export interface CallOptions {
  /** Null means "not said": inference, the default learning phase. In a graph it may be a tensor. */
  readonly training?: boolean | number | SymbolicTensor | null;
  /** Which positions count in the batch's statistics, shaped as the inputs without their last axis. */
  readonly mask?: Mask | SymbolicTensor | null;
}

export interface ApplyOptions extends CallOptions {
  /** The variable scope of a layer that has none yet. */
  readonly scope?: string | null;
}
