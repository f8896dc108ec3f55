import { sizeOf } from "./shape";
import type { Shape } from "./shape";

/**
 * How the elements of a tensor are grouped into channels: the elements that share one statistic. With ghost batches
 * each of them has its own channels, ghost batch 0 first.
 */
export interface ChannelView {
  readonly elementCount: number;
  readonly channelCount: number;
  /** m, the number of elements behind each statistic. */
  readonly samplesPerChannel: number;
  /** The channel of each element, in row-major order. */
  readonly channelOf: Int32Array;
}

/**
 * Groups a tensor's elements by their position along `axes`; channels are numbered in row-major order.
 *
 * Of several ghost batches, example i belongs to ghost batch i mod `ghostBatches`: they are strided, not
 * contiguous, because TensorFlow reshapes [N, …] to [N/ghostBatches, ghostBatches, …] in row-major order.
 */
export function channelView(shape: Shape, axes: readonly number[], ghostBatches = 1): ChannelView {
  const channelStride = new Array<number>(shape.length).fill(0);
  let channelCount = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (!axes.includes(axis)) continue;
    channelStride[axis] = channelCount;
    channelCount *= shape[axis]!;
  }
  const elementCount = sizeOf(shape);
  const channelOf = new Int32Array(elementCount);
  const position = new Array<number>(shape.length).fill(0);
  let channel = 0;
  for (let i = 0; i < elementCount; i++) {
    channelOf[i] = channel;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      channel += channelStride[axis]!;
      if (++position[axis]! < shape[axis]!) break;
      position[axis] = 0;
      channel -= channelStride[axis]! * shape[axis]!;
    }
  }
  if (ghostBatches > 1)
    separateGhosts(channelOf, elementCount / shape[0]!, ghostBatches, channelCount);
  const groups = channelCount * ghostBatches;
  return {
    elementCount,
    channelCount: groups,
    samplesPerChannel: groups === 0 ? 0 : elementCount / groups,
    channelOf,
  };
}

function separateGhosts(
  channelOf: Int32Array,
  exampleSize: number,
  ghostBatches: number,
  channelCount: number,
): void {
  for (let i = 0; i < channelOf.length; i++) {
    const example = Math.floor(i / exampleSize);
    channelOf[i]! += (example % ghostBatches) * channelCount;
  }
}

/**
 * The shape of gamma, beta and the moving statistics: `[C]` for one axis; for several, the full rank with the
 * sizes kept on `axes` and 1 elsewhere. With ghost batches always the full rank, with one more 1 in second place,
 * where statistics hold the ghost batches.
 */
export function parameterShape(shape: Shape, axes: readonly number[], ghosts = false): Shape {
  if (axes.length === 1 && !ghosts) return Object.freeze([shape[axes[0]!]!]);
  const kept = shape.map((size, axis) => (axes.includes(axis) ? size : 1));
  return Object.freeze(ghosts ? [kept[0]!, 1, ...kept.slice(1)] : kept);
}
