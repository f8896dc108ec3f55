import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moments } from "@/engine/backend/reference/moments";
import { unrounded } from "@/engine/core/rounding";
import type { Rounding } from "@/engine/core/rounding";
import { channelView } from "@/engine/tensor/channel-view";
import { anyCase, ordinary, seeded } from "../../support/arbitraries";
import { grouped, mean, naiveChannels, variance } from "../../support/naive";

const column = (values: readonly number[]): ReturnType<typeof moments> =>
  moments({ data: Float64Array.from(values) }, channelView([values.length, 1], [1]), {
    round: unrounded,
  });

describe("the moments kernel", () => {
  it("gives the mean and the biased variance, exactly for small integers", () => {
    const x = { data: Float64Array.of(1, 10, 3, 10, 5, 40) };
    expect(moments(x, channelView([3, 2], [1]), { round: unrounded })).toEqual({
      mean: Float64Array.of(3, 20),
      variance: Float64Array.of(8 / 3, 200),
    });
  });

  it("keeps a deviation near 1 around a mean of 1e8 to within 1e-10 relative", () => {
    // All multiples of 1/1024, so that the exact variance can be had from integers.
    const deviations = Array.from({ length: 1000 }, (_, i) => ((i * 7919) % 3547) - 1773);
    const sum = deviations.reduce((a, b) => a + b, 0);
    const squares = deviations.reduce((a, b) => a + b * b, 0);
    const exact = (squares / 1000 - (sum / 1000) ** 2) / 1024 ** 2;
    const found = column(deviations.map((k) => 1e8 + k / 1024));
    expect(found.mean).toBeAllClose([1e8 + sum / 1000 / 1024], { relative: 1e-15 });
    expect(found.variance).toBeAllClose([exact], { relative: 1e-10 });
    expect(exact).toBeGreaterThan(0.9);
  });

  it.each([0.5, -3, 1e8, 0, 2 ** -1074])("gives a channel of only %d exactly 0 variance", (c) => {
    const found = column(Array.from({ length: 10 }, () => c));
    expect(found).toEqual({ mean: Float64Array.of(c), variance: Float64Array.of(0) });
  });

  it("gives any constant channel a variance of at most (m · 2⁻⁵³ · |c|)² (200 constants)", () => {
    const lengths = fc.integer({ min: 1, max: 300 });
    const constants = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(lengths, constants, (m, c) => {
        const found = column(Array.from({ length: m }, () => c));
        expect(found.variance[0]).toBeLessThanOrEqual((m * 2 ** -53 * c) ** 2);
      }),
      seeded(200),
    );
  });

  it("gives one sample itself as the mean and 0 as the variance", () => {
    expect(column([0.1])).toEqual({ mean: Float64Array.of(0.1), variance: Float64Array.of(0) });
  });

  it("propagates NaN and infinities only within their own channel", () => {
    const x = [
      [1, Number.NaN, Infinity, -Infinity],
      [3, 2, 5, Infinity],
    ];
    const found = moments({ data: Float64Array.from(x.flat()) }, channelView([2, 4], [1]), {
      round: unrounded,
    });
    expect(Array.from(found.mean)).toEqual([2, Number.NaN, Infinity, Number.NaN]);
    expect(Array.from(found.variance)).toEqual([1, Number.NaN, Number.NaN, Number.NaN]);
  });

  it("gives an empty channel NaN for both", () => {
    const found = moments({ data: new Float64Array(0) }, channelView([0, 2], [1]), {
      round: unrounded,
    });
    expect(Array.from(found.mean)).toEqual([Number.NaN, Number.NaN]);
    expect(Array.from(found.variance)).toEqual([Number.NaN, Number.NaN]);
  });

  it("sums float32 inputs in float64: 2²⁴ + 1 + 1 loses nothing", () => {
    const x = { data: Float32Array.of(2 ** 24, 1, 1, 0) };
    expect(moments(x, channelView([4], []), { round: unrounded }).mean).toEqual(
      Float64Array.of((2 ** 24 + 2) / 4),
    );
  });

  it("equals the definition on any shape and axes, within 1e-12 (200 cases)", () => {
    fc.assert(
      fc.property(anyCase(4), ({ shape, axes, x }) => {
        const found = moments({ data: Float64Array.from(x) }, channelView(shape, axes), {
          round: unrounded,
        });
        const groups = grouped(x, naiveChannels(shape, axes));
        expect(found.mean).toBeAllClose(groups.map(mean), { absolute: 1e-12 });
        expect(found.variance).toBeAllClose(groups.map(variance), { absolute: 1e-12 });
      }),
      seeded(200),
    );
  });

  it("rounds the mean, each deviation and each square", () => {
    // The mean is 1 + 2⁻²⁴, a tie, which float32 rounds to 1; the deviations become 0 and 2⁻²³.
    const x = { data: Float64Array.of(1, 1 + 2 ** -23) };
    const found = moments(x, channelView([2], []), { round: Math.fround });
    expect(found).toEqual({ mean: Float64Array.of(1), variance: Float64Array.of(2 ** -47) });
    const exact = moments(x, channelView([2], []), { round: unrounded });
    expect(exact).toEqual({
      mean: Float64Array.of(1 + 2 ** -24),
      variance: Float64Array.of(2 ** -48),
    });
  });
});

describe("the moments kernel, rounding to float32", () => {
  it("rounds the sum after every term: 2²⁴ + 1 + 1 stays 2²⁴", () => {
    const x = { data: Float64Array.of(2 ** 24, 1, 1, 0) };
    const view = channelView([4], []);
    const rounded = moments(x, view, { round: Math.fround });
    expect(rounded.mean).toEqual(Float64Array.of(2 ** 22));
    const exact = moments(x, view, { round: unrounded });
    expect(exact.mean).toEqual(Float64Array.of(2 ** 22 + 0.5));
  });

  it("rounds the sum of squares after every term: 2²⁵ + 1 + 1 stays 2²⁵", () => {
    const x = { data: Float64Array.of(2 ** 12, -(2 ** 12), 1, -1) };
    const view = channelView([4], []);
    const rounded = moments(x, view, { round: Math.fround });
    expect(rounded).toEqual({ mean: Float64Array.of(0), variance: Float64Array.of(2 ** 23) });
    const exact = moments(x, view, { round: unrounded });
    expect(exact.variance).toEqual(Float64Array.of(2 ** 23 + 0.5));
  });
});

describe("the moments of weighted elements", () => {
  const weighted = (
    x: readonly number[],
    elementWeights: readonly number[],
    round: Rounding = unrounded,
  ): ReturnType<typeof moments> =>
    moments({ data: Float64Array.from(x) }, channelView([x.length, 1], [1]), {
      round,
      elementWeights: Float64Array.from(elementWeights),
    });

  it("are Σw·x/Σw and Σw·(x − μ)²/Σw, exactly for small integers", () => {
    expect(weighted([0, 4, 8], [1, 0.5, 0.5])).toEqual({
      mean: Float64Array.of(3),
      variance: Float64Array.of((9 + 0.5 + 12.5) / 2),
    });
  });

  it("of weights 0 and 1 are those of the elements with weight 1, bit for bit", () => {
    expect(weighted([3, 1e9, 5, 10, -1e9], [1, 0, 1, 1, 0])).toEqual(column([3, 5, 10]));
  });

  it("are 0 where a channel has no weight at all, beside a channel that has", () => {
    const found = moments({ data: Float64Array.of(1, 2, 3, 6) }, channelView([2, 2], [1]), {
      round: unrounded,
      elementWeights: Float64Array.of(0, 1, 0, 1),
    });
    expect(found).toEqual({ mean: Float64Array.of(0, 4), variance: Float64Array.of(0, 4) });
  });

  it("are rounded like the plain ones where all weights are 1", () => {
    const x = [1, 1 + 2 ** -23];
    expect(weighted(x, [1, 1], Math.fround)).toEqual({
      mean: Float64Array.of(1),
      variance: Float64Array.of(2 ** -47),
    });
  });

  it("equal the definition, and a common factor of the weights cancels, within 1e-12 (200 cases)", () => {
    const columns = fc.array(fc.tuple(ordinary(10), fc.integer({ min: 0, max: 4 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(columns, (pairs) => {
        const [x, w] = [pairs.map(([value]) => value), pairs.map(([, weight]) => weight)];
        const repeated = pairs.flatMap(([value, weight]) => new Array<number>(weight).fill(value));
        fc.pre(repeated.length > 0);
        const expected = [[mean(repeated)], [variance(repeated)]];
        for (const factor of [1, 0.125]) {
          const found = weighted(
            x,
            w.map((weight) => weight * factor),
          );
          expect([found.mean, found.variance]).toBeAllClose(expected, { absolute: 1e-12 });
        }
      }),
      seeded(200),
    );
  });
});
