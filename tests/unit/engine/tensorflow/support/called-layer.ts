import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, ProfileId, Tensor } from "@/engine";

/** A layer as a suite uses it, whether its calls compute at once or a session runs them. */
export interface CalledLayer {
  readonly layer: BatchNormalization;
  /** The outputs; a training call has moved the statistics when it returns. */
  readonly call: (x: Tensor, training: boolean) => Tensor;
}

/** Makes a layer for inputs of this shape; null stands for a size that is not known. */
export type LayerMaker = (
  args: BatchNormArguments,
  shape: readonly (number | null)[],
) => CalledLayer;

/** Layers that compute when they are called. */
export const eagerIn =
  (profile: ProfileId): LayerMaker =>
  (args) => {
    const layer = new BatchNormalization(args, { profile });
    return { layer, call: (x, training) => layer.call(x, { training }) };
  };
