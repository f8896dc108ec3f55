import type { Shape } from "./shape";

/**
 * Where the elements of channels lie, without a number for each element: panels of `width` channels side by side. A
 * panel consists of segments, a segment of `rows` rows without gaps; element (panel, segment, row, column) lies at
 * bases[panel] + segments[segment] + row · width + column, and its channel is panel · width + column.
 *
 * [rows, C] normalized along its last axis is one panel of one segment; planes [N, C, S] are C panels of N segments,
 * S rows and width 1. Every choice of axes has such a form.
 */
export interface Panels {
  readonly bases: Int32Array;
  readonly segments: Int32Array;
  readonly rows: number;
  readonly width: number;
}

interface Dimension {
  readonly size: number;
  readonly stride: number;
  readonly isKept: boolean;
}

/** Groups the elements of a tensor by their position along `axes`. */
export function panelsOf(shape: Shape, axes: readonly number[]): Panels {
  const dimensions = mergedDimensions(shape, axes);
  const width = dimensions.at(-1)?.isKept === true ? dimensions.pop()!.size : 1;
  const rows = dimensions.at(-1)?.isKept === false ? dimensions.pop()!.size : 1;
  return {
    bases: offsets(dimensions.filter(({ isKept }) => isKept)),
    segments: offsets(dimensions.filter(({ isKept }) => !isKept)),
    rows,
    width,
  };
}

/** The axes with neighbours of one kind taken together, and without those of size 1. */
function mergedDimensions(shape: Shape, axes: readonly number[]): Dimension[] {
  const merged: Dimension[] = [];
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const size = shape[axis]!;
    const isKept = axes.includes(axis);
    const inner = merged[0];
    if (inner?.isKept === isKept) merged[0] = { ...inner, size: inner.size * size };
    else if (size !== 1) merged.unshift({ size, stride, isKept });
    stride *= size;
  }
  return merged;
}

/** The offset of every position along some dimensions, in row-major order. */
function offsets(dimensions: readonly Dimension[]): Int32Array {
  return dimensions.reduce((outer, { size, stride }) => {
    const all = new Int32Array(outer.length * size);
    for (let i = 0; i < all.length; i++) {
      all[i] = outer[Math.floor(i / size)]! + (i % size) * stride;
    }
    return all;
  }, Int32Array.of(0));
}
