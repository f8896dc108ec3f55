/** Where an element stands: its place in the lattice of all elements, and in pixels. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** Where the line of an axis stands: it begins at the first of its positions and is as long as all of them. */
export interface AxisPlace {
  readonly axis: number;
  /** Whether its positions lie side by side or one below the other. */
  readonly direction: "across" | "down";
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

export interface TensorLayout {
  readonly width: number;
  readonly height: number;
  readonly rows: number;
  readonly columns: number;
  /** In row-major order. */
  readonly cells: readonly CellPlace[];
  readonly axes: readonly AxisPlace[];
}

export const cellSize = { width: 44, height: 38 } as const;

/** The room for an axis with its name, and how far its line is from the cells. */
const axisRoom = { size: 24, gap: 6 } as const;

/** Between blocks, and between blocks of blocks. */
const gaps = [0, 12, 28] as const;

/** An axis of one direction: how many elements and pixels one step along it passes. */
interface Stride {
  readonly axis: number;
  readonly size: number;
  readonly cells: number;
  readonly pixels: number;
}

/** The axes of one direction, the innermost first. */
function stridesOf(shape: readonly number[], innermost: number, cell: number): readonly Stride[] {
  const strides: Stride[] = [];
  let [cells, pixels] = [1, cell];
  for (let axis = innermost; axis >= 0; axis -= 2) {
    const size = shape[axis] ?? 1;
    const gap = gaps[strides.length] ?? 0;
    if (strides.length > 0) pixels += gap;
    strides.push({ axis, size, cells, pixels });
    cells *= size;
    pixels = size * pixels - gap;
  }
  return strides;
}

const lengthOf = ({ size, pixels }: Stride, level: number): number =>
  size * pixels - (gaps[level] ?? 0);

const endOf = (strides: readonly Stride[]): number => {
  const last = strides.at(-1);
  return last === undefined ? 0 : lengthOf(last, strides.length - 1);
};

/** The position of a row-major element along each axis. */
export function indexOf(element: number, shape: readonly number[]): readonly number[] {
  const index: number[] = [];
  let rest = element;
  for (const size of [...shape].reverse()) {
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return index;
}

/**
 * Lays a tensor out as nested grids: the last axis across, the one before it down, and so on in turn, so that a grid of
 * grids stands for four axes and a row of such for five.
 */
export function tensorLayout(shape: readonly number[]): TensorLayout {
  const across = stridesOf(shape, shape.length - 1, cellSize.width);
  const down = stridesOf(shape, shape.length - 2, cellSize.height);
  const [left, top] = [down.length * axisRoom.size, across.length * axisRoom.size];
  const sum = (
    strides: readonly Stride[],
    index: readonly number[],
    of: "cells" | "pixels",
  ): number => strides.reduce((total, stride) => total + (index[stride.axis] ?? 0) * stride[of], 0);
  const count = shape.reduce((product, size) => product * size, 1);
  const distanceOf = (line: number): number => line * axisRoom.size + axisRoom.gap;
  const cellsIn = (strides: readonly Stride[]): number =>
    strides.reduce((product, { size }) => product * size, 1);
  return {
    width: left + endOf(across),
    height: top + endOf(down),
    rows: cellsIn(down),
    columns: cellsIn(across),
    cells: Array.from({ length: count }, (_, element) => {
      const index = indexOf(element, shape);
      return {
        row: sum(down, index, "cells"),
        column: sum(across, index, "cells"),
        x: left + sum(across, index, "pixels"),
        y: top + sum(down, index, "pixels"),
      };
    }),
    axes: [
      ...across.map((stride, line) => ({
        axis: stride.axis,
        direction: "across" as const,
        x: left,
        y: top - distanceOf(line),
        length: lengthOf(stride, line),
      })),
      ...down.map((stride, line) => ({
        axis: stride.axis,
        direction: "down" as const,
        x: left - distanceOf(line),
        y: top,
        length: lengthOf(stride, line),
      })),
    ],
  };
}
