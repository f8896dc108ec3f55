import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moments } from "@/engine/backend/reference/moments";
import { channelView } from "@/engine/tensor/channel-view";
import { anyCase, seeded } from "../../support/arbitraries";
import { grouped, mean, naiveChannels, variance } from "../../support/naive";

const column = (values: readonly number[]): ReturnType<typeof moments> =>
  moments(Float64Array.from(values), channelView([values.length, 1], [1]));

describe("the moments kernel", () => {
  it("gives the mean and the biased variance, exactly for small integers", () => {
    const x = Float64Array.of(1, 10, 3, 10, 5, 40);
    expect(moments(x, channelView([3, 2], [1]))).toEqual({
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
    const found = moments(Float64Array.from(x.flat()), channelView([2, 4], [1]));
    expect(Array.from(found.mean)).toEqual([2, Number.NaN, Infinity, Number.NaN]);
    expect(Array.from(found.variance)).toEqual([1, Number.NaN, Number.NaN, Number.NaN]);
  });

  it("gives an empty channel NaN for both", () => {
    const found = moments(new Float64Array(0), channelView([0, 2], [1]));
    expect(Array.from(found.mean)).toEqual([Number.NaN, Number.NaN]);
    expect(Array.from(found.variance)).toEqual([Number.NaN, Number.NaN]);
  });

  it("sums float32 inputs in float64: 2²⁴ + 1 + 1 loses nothing", () => {
    const x = Float32Array.of(2 ** 24, 1, 1, 0);
    expect(moments(x, channelView([4], [])).mean).toEqual(Float64Array.of((2 ** 24 + 2) / 4));
  });

  it("equals the definition on any shape and axes, within 1e-12 (200 cases)", () => {
    fc.assert(
      fc.property(anyCase(4), ({ shape, axes, x }) => {
        const found = moments(Float64Array.from(x), channelView(shape, axes));
        const groups = grouped(x, naiveChannels(shape, axes));
        expect(found.mean).toBeAllClose(groups.map(mean), { absolute: 1e-12 });
        expect(found.variance).toBeAllClose(groups.map(variance), { absolute: 1e-12 });
      }),
      seeded(200),
    );
  });
});
