import type { BatchNormalization } from "../layer/batch-normalization";
import type { Trace } from "../layer/trace";
import { sizeOf } from "../tensor/shape";
import type { Tensor } from "../tensor/tensor";
import type { LayerCalls } from "../types/layer-calls";

type Weights = Trace["weights"]["before"];

const isParameter = (name: string): boolean => name === "gamma" || name === "beta";

const numbersOf = (weights: Weights, isWanted: (name: string) => boolean) =>
  Object.entries(weights)
    .filter(([name]) => isWanted(name))
    .map(([name, { data }]) => [name, data] as const);

/**
 * Calls a built layer on the same inputs in training mode, at least once, and keeps the weights that each call found
 * and left. `axes` are the layer's, resolved. Throws what the layer refuses.
 */
export function layerCalls(
  layer: BatchNormalization,
  { inputs, axes }: { readonly inputs: Tensor; readonly axes: readonly number[] },
  calls: number,
): LayerCalls {
  const first = layer.trace(inputs, { training: true });
  const { before } = first.weights;
  const moving = Object.fromEntries(
    numbersOf(before, (name) => !isParameter(name)).map(([name, data]) => {
      const rows = new Float64Array((calls + 1) * data.length);
      rows.set(data);
      return [name, rows];
    }),
  );
  const drawn = first.adjustment && drawsOf(first.adjustment.scale.shape, calls);
  const keep = (trace: Trace, call: number): void => {
    for (const [name, data] of numbersOf(trace.weights.after, (one) => one in moving)) {
      moving[name]!.set(data, call * data.length);
    }
    if (drawn === null || trace.adjustment === null) return;
    const { scale, bias } = trace.adjustment;
    drawn.scale.set(scale.data, (call - 1) * scale.data.length);
    drawn.bias.set(bias.data, (call - 1) * bias.data.length);
  };
  keep(first, 1);
  for (let call = 2; call <= calls; call++) keep(layer.trace(inputs, { training: true }), call);
  return {
    inputs: Float64Array.from(inputs.data),
    axes,
    ghostBatches: first.ghostBatches,
    parameters: Object.fromEntries(
      numbersOf(before, isParameter).map(([name, data]) => [name, Float64Array.from(data)]),
    ),
    moving,
    adjustment: drawn,
  };
}

const drawsOf = (
  shape: readonly number[],
  calls: number,
): Exclude<LayerCalls["adjustment"], null> => ({
  shape,
  scale: new Float64Array(calls * sizeOf(shape)),
  bias: new Float64Array(calls * sizeOf(shape)),
});
