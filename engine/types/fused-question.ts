import type { RefusalMessage } from "./refusal-message";

/** One of the questions by which a layer comes to its implementation; the first that is not open decides. */
export interface FusedQuestion {
  readonly subject:
    | "fused"
    | "renorm"
    | "axis"
    | "virtual_batch_size"
    | "adjustment"
    | "regularizer"
    | "dtype"
    | "rank"
    | "layout";
  readonly askedBy: "constructor" | "build";
  /** Whether the fused implementation is still possible after it. */
  readonly isOpen: boolean;
  /** With what `fused=true` is refused here; null where the layer goes on unfused without an error. */
  readonly refusal: RefusalMessage | null;
}
