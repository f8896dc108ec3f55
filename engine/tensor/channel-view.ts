import { panelsOf } from "./panels";
import type { Panels } from "./panels";
import { sizeOf } from "./shape";
import type { Shape } from "./shape";

/**
 * How the elements of a tensor are grouped into channels: the elements that share one statistic. Channels are numbered
 * in row-major order of their position along `axes`. With ghost batches each of them has its own channels, ghost
 * batch 0 first.
 */
export class ChannelView {
  readonly elementCount: number;
  readonly channelCount: number;
  /** m, the number of elements behind each statistic. */
  readonly samplesPerChannel: number;
  readonly #shape: Shape;
  readonly #axes: readonly number[];
  #channelOf: Int32Array | undefined;
  #panels: Panels | undefined;

  constructor(shape: Shape, axes: readonly number[]) {
    // What is computed later must not see what the caller does to its lists meanwhile.
    this.#shape = [...shape];
    this.#axes = [...axes];
    this.elementCount = sizeOf(shape);
    this.channelCount = sizeOf(shape.filter((_, axis) => axes.includes(axis)));
    this.samplesPerChannel = this.channelCount === 0 ? 0 : this.elementCount / this.channelCount;
  }

  /** The channel of each element, in row-major order. As large as the tensor, so it is made when it is needed. */
  get channelOf(): Int32Array {
    return (this.#channelOf ??= channelOfEach(this.#shape, this.#axes));
  }

  /** The same grouping by strides. */
  get panels(): Panels {
    return (this.#panels ??= panelsOf(this.#shape, this.#axes));
  }
}

/**
 * Groups a tensor's elements by their position along `axes`.
 *
 * Of several ghost batches, example i belongs to ghost batch i mod `ghostBatches`: they are strided, not
 * contiguous, because TensorFlow reshapes [N, …] to [N/ghostBatches, ghostBatches, …] in row-major order.
 */
export function channelView(shape: Shape, axes: readonly number[], ghostBatches = 1): ChannelView {
  if (ghostBatches === 1) return new ChannelView(shape, axes);
  const [batch, ...rest] = shape;
  const expanded = [ghostBatches === 0 ? 0 : batch! / ghostBatches, ghostBatches, ...rest];
  return new ChannelView(expanded, [1, ...axes.map((axis) => axis + 1)]);
}

function channelOfEach(shape: Shape, axes: readonly number[]): Int32Array {
  const channelStride = new Array<number>(shape.length).fill(0);
  let channelCount = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (!axes.includes(axis)) continue;
    channelStride[axis] = channelCount;
    channelCount *= shape[axis]!;
  }
  const channelOf = new Int32Array(sizeOf(shape));
  const position = new Array<number>(shape.length).fill(0);
  let channel = 0;
  for (let i = 0; i < channelOf.length; i++) {
    channelOf[i] = channel;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      channel += channelStride[axis]!;
      if (++position[axis]! < shape[axis]!) break;
      position[axis] = 0;
      channel -= channelStride[axis]! * shape[axis]!;
    }
  }
  return channelOf;
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
