import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broadcastIndices, broadcasts, broadcastTo, sumToShape } from "@/engine/tensor/broadcast";
import { listOf, seeded } from "../support/arbitraries";
import { float64 } from "../support/tensors";

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, n) => size * n, 1);

describe("a shape broadcasts", () => {
  it.each<[number[], number[]]>([
    [[], []],
    [[], [2, 3]],
    [[1], [2, 3]],
    [[3], [2, 3]],
    [
      [2, 1],
      [2, 3],
    ],
    [
      [2, 3],
      [2, 3],
    ],
    [
      [4, 1, 1],
      [2, 4, 5, 6],
    ],
    [[1], [0]],
    [
      [0, 1],
      [0, 3],
    ],
  ])("from %j to %j", (from, to) => {
    expect(broadcasts(from, to)).toBe(true);
  });

  it.each<[string, number[], number[]]>([
    ["it has another size", [2], [2, 3]],
    ["it would be the larger one", [3], [1]],
    ["it has more axes, even of size 1", [1, 3], [3]],
    ["it holds nothing where one is wanted", [0], [1]],
    ["only its first axis fits", [2, 2], [2, 3]],
  ])("not when %s: %j to %j", (_, from, to) => {
    expect(broadcasts(from, to)).toBe(false);
  });
});

describe("broadcasting", () => {
  it("aligns at the last axis", () => {
    expect(Array.from(broadcastIndices([3], [2, 3]))).toEqual([0, 1, 2, 0, 1, 2]);
    expect(Array.from(broadcastIndices([2, 1], [2, 3]))).toEqual([0, 0, 0, 1, 1, 1]);
    expect(Array.from(broadcastIndices([2, 1, 2], [2, 3, 2]))).toEqual([
      0, 1, 0, 1, 0, 1, 2, 3, 2, 3, 2, 3,
    ]);
  });

  it("repeats a scalar everywhere, and into nothing", () => {
    expect(broadcastTo(float64([], [7]), [2, 2])).toEqual(Float64Array.of(7, 7, 7, 7));
    expect(broadcastTo(float64([], [7]), [0, 2])).toEqual(new Float64Array(0));
  });

  it("makes storage of its own", () => {
    const given = float64([2], [1, 2]);
    broadcastTo(given, [2]).fill(9);
    expect(given.data).toEqual(Float64Array.of(1, 2));
  });
});

describe("summing to a shape", () => {
  const values = Float64Array.of(1, 2, 3, 10, 20, 30);

  it.each<[number[], number[]]>([
    [[], [66]],
    [[1], [66]],
    [[3], [11, 22, 33]],
    [
      [2, 1],
      [6, 60],
    ],
    [
      [1, 3],
      [11, 22, 33],
    ],
    [
      [2, 3],
      [1, 2, 3, 10, 20, 30],
    ],
  ])("of (2, 3) to %j gives %j", (to, sums) => {
    expect(Array.from(sumToShape(values, [2, 3], to))).toEqual(sums);
  });

  it("of nothing is 0", () => {
    expect(sumToShape(new Float64Array(0), [0, 2], [2])).toEqual(Float64Array.of(0, 0));
  });
});

/** A shape, and one that broadcasts to it. */
const pairs = fc
  .array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 })
  .chain((to) =>
    fc.record({
      to: fc.constant(to),
      drop: fc.nat({ max: to.length }),
      ones: fc.array(fc.boolean(), { minLength: to.length, maxLength: to.length }),
    }),
  )
  .map(({ to, drop, ones }) => ({
    to,
    from: to.map((size, axis) => (ones[axis] ? 1 : size)).slice(drop),
  }));

it("broadcasting agrees with the coordinates (200 shapes)", () => {
  fc.assert(
    fc.property(pairs, ({ from, to }) => {
      expect(broadcasts(from, to)).toBe(true);
      const naive = Array.from({ length: sizeOf(to) }, (_, i) => {
        const position = to.map((size, axis) => Math.floor(i / sizeOf(to.slice(axis + 1))) % size);
        const own = position.slice(to.length - from.length);
        return own.reduce(
          (index, at, axis) => index * from[axis]! + (from[axis] === 1 ? 0 : at),
          0,
        );
      });
      expect(Array.from(broadcastIndices(from, to))).toEqual(naive);
    }),
    seeded(200),
  );
});

it("sumToShape is the adjoint of broadcastTo: ⟨broadcast a, b⟩ = ⟨a, sum b⟩ within 1e-12 relative (200 cases)", () => {
  const cases = pairs.chain(({ from, to }) =>
    fc.record({
      from: fc.constant(from),
      to: fc.constant(to),
      a: listOf(sizeOf(from)),
      b: listOf(sizeOf(to)),
    }),
  );
  const inner = (u: ArrayLike<number>, v: ArrayLike<number>): number =>
    Array.from(u).reduce((sum, value, i) => sum + value * v[i]!, 0);
  fc.assert(
    fc.property(cases, ({ from, to, a, b }) => {
      const left = inner(broadcastTo(float64(from, a), to), b);
      const right = inner(a, sumToShape(Float64Array.from(b), to, from));
      expect(left).toBeAllClose(right, { relative: 1e-12, absolute: 1e-9 });
    }),
    seeded(200),
  );
});
