import type { BackwardInputs, Kernels, LineGradients } from "@/engine/backend/kernels";
import type { ChannelView } from "@/engine/tensor/channel-view";

export interface Gradients extends LineGradients {
  /** dx. */
  readonly inputs: Float64Array;
}

/** What a gradient kernel returns, and the dx it writes into an array whose elements are NaN before. */
export function gradientsOf(
  kernel: Kernels["trainingGradients"],
  given: BackwardInputs,
  view: ChannelView,
): Gradients {
  const inputs = new Float64Array(view.elementCount).fill(Number.NaN);
  return { ...kernel(given, view, { data: inputs }), inputs };
}
