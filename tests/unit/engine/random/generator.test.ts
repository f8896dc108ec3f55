import { describe, expect, it } from "vitest";
import { generatorFor } from "@/engine/random/generator";
import type { Generator } from "@/engine/random/generator";
import { mean, variance } from "../support/naive";

const draw = (random: Generator, n: number): number[] => Array.from({ length: n }, () => random());

/** Of two lists of uniform numbers; for unrelated ones its deviation is 1/√n. */
const correlation = (a: readonly number[], b: readonly number[]): number =>
  12 * mean(a.map((value, i) => (value - 0.5) * (b[i]! - 0.5)));

const n = 100_000;

describe("a generator", () => {
  it("gives the same numbers for the same key", () => {
    expect(draw(generatorFor(3, 1, 4), 100)).toEqual(draw(generatorFor(3, 1, 4), 100));
  });

  it("gives the numbers it has always given, as links to figures rely on", () => {
    const first = (...key: number[]): number[] =>
      draw(generatorFor(...key), 3).map((value) => value * 2 ** 32);
    expect(first(1, 7)).toEqual([406162212, 1894390090, 203425212]);
    expect(first(0)).toEqual([619045151, 1558058358, 568157738]);
  });

  it("goes on from where it is, whoever else draws", () => {
    const [alone, interrupted, other] = [generatorFor(5), generatorFor(5), generatorFor(6)];
    const expected = draw(alone, 4);
    const found = expected.map(() => {
      other();
      return interrupted();
    });
    expect(found).toEqual(expected);
  });

  it("gives multiples of 2⁻³² in [0, 1), 100,000 of them at most twice the same on average", () => {
    const scaled = draw(generatorFor(1), n).map((value) => value * 2 ** 32);
    expect(scaled.every((value) => Number.isInteger(value))).toBe(true);
    expect(scaled.every((value) => value >= 0 && value < 2 ** 32)).toBe(true);
    // n²/2 pairs meet on 2³² values about once.
    expect(n - new Set(scaled).size).toBeLessThan(10);
  });

  it("is uniform: mean 1/2 and variance 1/12 within 5 deviations, 20 bins by χ² below 43.8", () => {
    const values = draw(generatorFor(2), n);
    expect([mean(values)]).toBeAllClose([1 / 2], { absolute: 5 * Math.sqrt(1 / 12 / n) });
    expect([variance(values)]).toBeAllClose([1 / 12], { absolute: 5 * Math.sqrt(1 / 180 / n) });
    const bins = new Array<number>(20).fill(0);
    for (const value of values) bins[Math.floor(value * 20)]! += 1;
    const chiSquared = bins.reduce((sum, count) => sum + (count - n / 20) ** 2 / (n / 20), 0);
    // The 99.9 % quantile of χ² with 19 degrees of freedom.
    expect(chiSquared).toBeLessThan(43.8);
  });

  it("has neighbours in the stream that do not correlate beyond 5/√n", () => {
    const values = draw(generatorFor(4), n + 1);
    const lagged = correlation(values.slice(0, n), values.slice(1));
    expect(Math.abs(lagged)).toBeLessThan(5 / Math.sqrt(n));
  });
});

describe("the streams of two keys", () => {
  it.each([
    ["neighbouring steps", [1, 7], [1, 8]],
    ["neighbouring seeds", [1, 7], [2, 7]],
    ["swapped parts", [1, 2], [2, 1]],
    ["a key and its extension by 0", [1], [1, 0]],
    ["the smallest and largest seed", [0, 1], [4294967295, 1]],
  ])("do not correlate beyond 5/√n: %s", (_, a, b) => {
    const [first, second] = [draw(generatorFor(...a), n), draw(generatorFor(...b), n)];
    expect(Math.abs(correlation(first, second))).toBeLessThan(5 / Math.sqrt(n));
    expect(first.filter((value, i) => value === second[i]).length).toBeLessThan(10);
  });

  it("start differently for all of 300 seeds × 300 steps", () => {
    const starts = new Set<string>();
    for (let seed = 0; seed < 300; seed++) {
      for (let step = 0; step < 300; step++) starts.add(draw(generatorFor(seed, step), 2).join());
    }
    expect(starts.size).toBe(300 * 300);
  });
});
