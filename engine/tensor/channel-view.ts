import { sizeOf } from "./shape";
import type { Shape } from "./shape";

/** How the elements of a tensor are grouped into channels: the elements that share one statistic. */
export interface ChannelView {
  readonly elementCount: number;
  readonly channelCount: number;
  /** m, the number of elements behind each statistic. */
  readonly samplesPerChannel: number;
  /** The channel of each element, in row-major order. */
  readonly channelOf: Int32Array;
}

/** Groups a tensor's elements by their position along `axes`; channels are numbered in row-major order. */
export function channelView(shape: Shape, axes: readonly number[]): ChannelView {
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
  return {
    elementCount,
    channelCount,
    samplesPerChannel: channelCount === 0 ? 0 : elementCount / channelCount,
    channelOf,
  };
}

/**
 * The shape of gamma, beta and the moving statistics: `[C]` for one axis; for several, the full rank with the
 * sizes kept on `axes` and 1 elsewhere.
 */
export function parameterShape(shape: Shape, axes: readonly number[]): Shape {
  if (axes.length === 1) return Object.freeze([shape[axes[0]!]!]);
  return Object.freeze(shape.map((size, axis) => (axes.includes(axis) ? size : 1)));
}
