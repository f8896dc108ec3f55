import { describe, expect, it } from "vitest";
import { cellSize, indexOf, tensorLayout } from "@/components/charts/tensor/layout";
import { moved } from "@/components/charts/tensor/move";

const shapes = [
  [8, 4],
  [1, 1],
  [4, 5, 3],
  [2, 4, 4, 3],
  [2, 3, 3, 3, 2],
  [8, 1, 8, 1, 8],
];

const placeOf = (shape: readonly number[], index: readonly number[]) => {
  const element = index.reduce((flat, position, axis) => flat * shape[axis]! + position, 0);
  const { cells } = tensorLayout(shape);
  return cells[element]!;
};

describe("a tensor laid out", () => {
  it.each(shapes)(
    "of sizes %j and on gives each element a place of its own, none over another",
    (...shape) => {
      const { cells, width, height, rows, columns } = tensorLayout(shape);
      expect(rows * columns).toBe(cells.length);
      expect(new Set(cells.map(({ row, column }) => `${row} ${column}`)).size).toBe(cells.length);
      for (const { x, y, row, column } of cells) {
        expect(x).toBeGreaterThanOrEqual(column * cellSize.width);
        expect(y).toBeGreaterThanOrEqual(row * cellSize.height);
        expect(x + cellSize.width).toBeLessThanOrEqual(width);
        expect(y + cellSize.height).toBeLessThanOrEqual(height);
      }
    },
  );

  it("puts the last axis across, the one before down, and those before that outside", () => {
    const shape = [2, 4, 4, 3];
    const first = placeOf(shape, [0, 0, 0, 0]);
    expect(placeOf(shape, [0, 0, 0, 1])).toMatchObject({ row: 0, column: 1, x: first.x + 44 });
    expect(placeOf(shape, [0, 0, 1, 0])).toMatchObject({ row: 1, column: 0, y: first.y + 38 });
    expect(placeOf(shape, [0, 1, 0, 0])).toMatchObject({ row: 0, column: 3, x: first.x + 144 });
    expect(placeOf(shape, [1, 0, 0, 0])).toMatchObject({ row: 4, column: 0, y: first.y + 164 });
  });

  it("draws a line for each axis, as long as its positions reach", () => {
    const { axes, width, height } = tensorLayout([2, 3, 3, 3, 2]);
    const byAxis = Object.fromEntries(axes.map((place) => [place.axis, place]));
    expect(Object.keys(byAxis)).toEqual(["0", "1", "2", "3", "4"]);
    expect(axes.filter(({ direction }) => direction === "down").map(({ axis }) => axis)).toEqual([
      3, 1,
    ]);
    expect(byAxis[4]?.length).toBe(2 * 44);
    expect(byAxis[2]?.length).toBe(3 * 88 + 2 * 12);
    expect(byAxis[0]!.x + byAxis[0]!.length).toBe(width);
    expect(byAxis[1]!.y + byAxis[1]!.length).toBe(height);
  });

  it("counts elements in row-major order", () => {
    expect(indexOf(0, [2, 3])).toEqual([0, 0]);
    expect(indexOf(4, [2, 3])).toEqual([1, 1]);
    expect(indexOf(17, [2, 3, 3])).toEqual([1, 2, 2]);
  });
});

describe("a key pressed on an element", () => {
  const layout = tensorLayout([2, 2, 3]);

  it("leads to the neighbour, across the border of a block", () => {
    expect(moved(layout, 0, "ArrowRight")).toBe(1);
    expect(moved(layout, 2, "ArrowRight")).toBe(6);
    expect(moved(layout, 6, "ArrowLeft")).toBe(2);
    expect(moved(layout, 1, "ArrowDown")).toBe(4);
  });

  it("leads nowhere at the border of the tensor", () => {
    expect(moved(layout, 0, "ArrowLeft")).toBe(0);
    expect(moved(layout, 5, "ArrowDown")).toBe(5);
  });

  it("leads to the ends of a row and of a column", () => {
    expect(moved(layout, 4, "Home")).toBe(3);
    expect(moved(layout, 1, "End")).toBe(8);
    expect(moved(layout, 1, "PageDown")).toBe(4);
    expect(moved(layout, 4, "PageUp")).toBe(1);
  });

  it("is none of the grid's otherwise", () => {
    expect(moved(layout, 0, "a")).toBeNull();
    expect(moved(layout, Number.NaN, "ArrowLeft")).toBeNull();
  });
});
