import { describe, expect, it } from "vitest";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { thinnedDots, thinnedLine } from "@/components/charts/shapes/thinned";
import { generatorFor } from "@/engine/random/generator";

const steps = 10_000;
const random = generatorFor(3);
const noise = Float64Array.from({ length: steps }, () => 1000 * random());
const placesOf = (values: ArrayLike<number>) => ({
  count: values.length,
  x: (i: number) => (i / values.length) * 1000,
  y: (i: number) => values[i] ?? NaN,
});

function columnsOf(indices: readonly number[], width: number): ReadonlyMap<number, number[]> {
  const columns = new Map<number, number[]>();
  for (const i of indices) {
    const column = Math.floor(((i / steps) * 1000) / width);
    columns.set(column, [...(columns.get(column) ?? []), i]);
  }
  return columns;
}

const everything = Array.from({ length: steps }, (_, i) => i);
const extremes = (indices: readonly number[]) => {
  const values = indices.map((i) => noise[i]!);
  return [Math.min(...values), Math.max(...values)];
};

describe("a line of many places", () => {
  const kept = thinnedLine(placesOf(noise));

  it("goes through four of each column at most, in order", () => {
    expect(kept.length).toBeLessThanOrEqual(4000);
    expect(kept).toEqual(kept.toSorted((a, b) => a - b));
    expect(new Set(kept).size).toBe(kept.length);
  });

  it("keeps the ends and the extremes of every column", () => {
    const thinned = columnsOf(kept, 1);
    for (const [column, members] of columnsOf(everything, 1)) {
      const left = thinned.get(column) ?? [];
      expect(extremes(left)).toEqual(extremes(members));
      expect([left[0], left.at(-1)]).toEqual([members[0], members.at(-1)]);
    }
  });

  it("breaks where one of them is missing, and only there", () => {
    const broken = noise.map((value, i) => (i === 5005 ? NaN : value));
    expect(thinnedLine(placesOf(broken))).toContain(5005);
    expect(linePath(placesOf(broken)).split("M")).toHaveLength(3);
    expect(linePath(placesOf(noise)).split("M")).toHaveLength(2);
  });

  it("is nothing where no place is finite", () => {
    expect(linePath(placesOf(new Float64Array(steps).fill(NaN)))).toBe("");
  });
});

describe("many dots", () => {
  it("keep the lowest and the highest of every column", () => {
    const kept = columnsOf(thinnedDots(placesOf(noise)), 4);
    for (const [column, members] of columnsOf(everything, 4)) {
      expect(extremes(kept.get(column) ?? [])).toEqual(extremes(members));
    }
  });

  it("leave out what another one covers", () => {
    const flat = placesOf(new Float64Array(steps).fill(500));
    expect(thinnedDots(flat).length).toBeLessThanOrEqual(3 * 250);
    const kept = new Set(thinnedDots(placesOf(noise)));
    for (const i of everything) {
      const isNear = (other: number): boolean =>
        Math.abs(other - i) <= 40 && Math.abs(noise[other]! - noise[i]!) <= 12;
      const neighbours = everything.slice(Math.max(i - 40, 0), i + 41);
      expect(neighbours.some((other) => kept.has(other) && isNear(other))).toBe(true);
    }
  });

  it("leave out what is not finite", () => {
    expect(thinnedDots(placesOf(new Float64Array(steps).fill(Infinity)))).toEqual([]);
  });
});

describe("up to 2,000 places", () => {
  const few = noise.subarray(0, 2000).map((value, i) => (i % 7 === 0 ? NaN : value));

  it("are drawn one by one", () => {
    expect(thinnedLine(placesOf(few))).toHaveLength(2000);
    expect(dotsPath(placesOf(few)).split("M")).toHaveLength(few.filter(Number.isFinite).length + 1);
  });
});
