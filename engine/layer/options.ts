import type { BackendId } from "../backend/kernels";
import type { ProfileId } from "../spec/profiles";
import type { Mask } from "./mask";
import type { NameScope } from "./names";
import type { WarningListener } from "./warnings";

export interface LayerOptions {
  readonly profile?: ProfileId;
  /** Which kernels compute; the reference unless given. `layer.backend` says which of them answer. */
  readonly backend?: BackendId;
  /** What initializers and adjustments without a seed of their own draw from; 0 unless given. */
  readonly seed?: number;
  /** Where unnamed layers get their names; a scope of its own unless given. */
  readonly names?: NameScope;
  /** Hears what TensorFlow would log; the console unless given. */
  readonly onWarning?: WarningListener;
}

export interface CallOptions {
  /** Null means "not said": inference, the default learning phase. */
  readonly training?: boolean | number | null;
  /** Which positions count in the batch's statistics, shaped as the inputs without their last axis. */
  readonly mask?: Mask | null;
}
