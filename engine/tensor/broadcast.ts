import { sizeOf } from "./shape";
import type { Shape } from "./shape";
import type { Tensor } from "./tensor";

/** Whether `from` broadcasts to exactly `to`: aligned at the last axis, each size equal or 1. */
export const broadcasts = (from: Shape, to: Shape): boolean =>
  from.length <= to.length &&
  from.every((size, axis) => size === 1 || size === to[to.length - from.length + axis]);

/** For each element of `to`, in row-major order, the element of `from` that broadcasting puts there. */
export function broadcastIndices(from: Shape, to: Shape): Int32Array {
  const lead = to.length - from.length;
  const strides = to.map((_, axis) => {
    const own = axis - lead;
    return own < 0 || from[own] === 1 ? 0 : sizeOf(from.slice(own + 1));
  });
  const indices = new Int32Array(sizeOf(to));
  const position = new Array<number>(to.length).fill(0);
  let index = 0;
  for (let i = 0; i < indices.length; i++) {
    indices[i] = index;
    for (let axis = to.length - 1; axis >= 0; axis--) {
      index += strides[axis]!;
      if (++position[axis]! < to[axis]!) break;
      position[axis] = 0;
      index -= strides[axis]! * to[axis]!;
    }
  }
  return indices;
}

/** A tensor's values repeated to a shape it broadcasts to, in float64. */
export function broadcastTo(tensor: Tensor, shape: Shape): Float64Array {
  const indices = broadcastIndices(tensor.shape, shape);
  return Float64Array.from(indices, (index) => tensor.data[index]!);
}

/** Sums values of shape `from` over everything broadcasting repeated: the gradient of `broadcastTo`. */
export function sumToShape(values: Float64Array, from: Shape, to: Shape): Float64Array {
  const sums = new Float64Array(sizeOf(to));
  broadcastIndices(to, from).forEach((index, i) => (sums[index]! += values[i]!));
  return sums;
}
