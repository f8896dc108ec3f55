import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decadeBound, finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { ordinary, seeded } from "../../../engine/support/arbitraries";

describe("the finite extent", () => {
  it("goes from the smallest to the largest of all lists", () => {
    expect(finiteExtent([3, 1], Float64Array.of(7, 2), [])).toEqual([1, 7]);
    expect(finiteExtent([5])).toEqual([5, 5]);
    expect(finiteExtent([-0.5, -3])).toEqual([-3, -0.5]);
  });

  it("passes over what is not finite", () => {
    expect(finiteExtent([NaN, 2, Infinity], [-Infinity, 4])).toEqual([2, 4]);
  });

  it("is null when nothing is finite", () => {
    expect(finiteExtent()).toBeNull();
    expect(finiteExtent([], Float32Array.of())).toBeNull();
    expect(finiteExtent([NaN, Infinity], [-Infinity])).toBeNull();
  });

  it("is that of the sorted finite numbers (300 lists)", () => {
    const values = fc.array(fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity)));
    fc.assert(
      fc.property(values, values, (first, second) => {
        const sorted = [...first, ...second].filter(Number.isFinite).sort((a, b) => a - b);
        const expected = sorted.length === 0 ? null : [sorted[0]! + 0, sorted.at(-1)! + 0];
        expect(finiteExtent(first, second)?.map((end) => end + 0) ?? null).toEqual(expected);
      }),
      seeded(300),
    );
  });
});

describe("a rounded domain", () => {
  it("has round ends", () => {
    expect(roundedDomain([0.3, 9.7])).toEqual([0, 10]);
    expect(roundedDomain([-21, 482])).toEqual([-100, 500]);
    expect(roundedDomain([0, 1])).toEqual([0, 1]);
  });

  it("is [0, 1] when there is nothing to show", () => {
    expect(roundedDomain(null)).toEqual([0, 1]);
  });

  it("has room around a constant: a tenth of it, but at least a half", () => {
    expect(roundedDomain([0, 0])).toBeAllClose([-0.6, 0.6], { absolute: 1e-12 });
    expect(roundedDomain([100, 100])).toEqual([90, 110]);
    expect(roundedDomain([-100, -100])).toEqual([-110, -90]);
  });

  it("holds its extent and is less than twice as wide (200 extents)", () => {
    fc.assert(
      fc.property(ordinary(1e6), ordinary(1e6), (a, b) => {
        fc.pre(a !== b);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [from, to] = roundedDomain([low, high]);
        expect(from).toBeLessThanOrEqual(low);
        expect(to).toBeGreaterThanOrEqual(high);
        expect(to - from).toBeLessThan(2 * (high - low));
      }),
      seeded(200),
    );
  });

  it("holds a constant strictly inside (100 constants)", () => {
    fc.assert(
      fc.property(ordinary(1e6), (value) => {
        const [from, to] = roundedDomain([value, value]);
        expect(from).toBeLessThan(value);
        expect(to).toBeGreaterThan(value);
      }),
      seeded(100),
    );
  });
});

describe("the decade bound", () => {
  it.each<[number, number]>([
    [0, 3],
    [3, 3],
    [3.0001, 10],
    [10, 10],
    [10.01, 30],
    [30, 30],
    [99, 100],
    [1000, 1000],
    [300_001, 1_000_000],
  ])("of %d is %d", (size, bound) => {
    expect(decadeBound(size)).toBe(bound);
  });

  it("of anything that is no size is the smallest", () => {
    for (const size of [-5, NaN, -Infinity]) expect(decadeBound(size)).toBe(3);
  });

  it("is 1 or 3 times a power of ten, the next at or beyond the size, at least 3 (1000 sizes)", () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 1e300, noNaN: true }), (size) => {
        const bound = decadeBound(size);
        expect(bound).toBeGreaterThanOrEqual(Math.max(size, 3));
        const [digit, exponent] = bound.toExponential(9).split("e");
        expect(["1.000000000", "3.000000000"]).toContain(digit);
        const below = digit!.startsWith("1") ? 3 * 10 ** (Number(exponent) - 1) : bound / 3;
        if (bound > 3) expect(size).toBeGreaterThan(below * (1 - 1e-12));
      }),
      seeded(1000),
    );
  });

  it("never falls as the size grows (500 pairs)", () => {
    const sizes = fc.double({ min: 0, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const [smaller, larger] = [Math.min(a, b), Math.max(a, b)];
        expect(decadeBound(smaller)).toBeLessThanOrEqual(decadeBound(larger));
      }),
      seeded(500),
    );
  });
});
