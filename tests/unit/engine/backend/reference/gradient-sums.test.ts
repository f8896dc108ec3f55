import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GradientSums } from "@/engine/backend/kernels";
import { gradientSums } from "@/engine/backend/reference/rounded-gradients";
import { unrounded } from "@/engine/core/rounding";
import type { Rounding } from "@/engine/core/rounding";
import { channelView } from "@/engine/tensor/channel-view";
import { anyCase, listOf, seeded } from "../../support/arbitraries";
import { grouped, naiveChannels } from "../../support/naive";

const column = (
  x: readonly number[],
  dy: readonly number[],
  round: Rounding = unrounded,
): GradientSums =>
  gradientSums(
    { data: Float64Array.from(x) },
    { data: Float64Array.from(dy) },
    channelView([x.length, 1], [1]),
    round,
  );

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("the gradientSums kernel", () => {
  it("gives Σdy and Σdy·x of each channel, exactly for small integers", () => {
    const x = { data: Float64Array.of(1, 10, 2, 20, 3, 30) };
    const dy = { data: Float64Array.of(1, -1, 2, 0, 3, 2) };
    expect(gradientSums(x, dy, channelView([3, 2], [1]), unrounded)).toEqual({
      dy: Float64Array.of(6, 1),
      products: Float64Array.of(14, 50),
    });
  });

  it("gives 0 for a channel without elements", () => {
    const nothing = { data: new Float64Array(0) };
    expect(gradientSums(nothing, nothing, channelView([0, 2], [1]), unrounded)).toEqual({
      dy: Float64Array.of(0, 0),
      products: Float64Array.of(0, 0),
    });
  });

  it("keeps NaN within its own channel, and out of Σdy where only x is NaN", () => {
    const x = { data: Float64Array.of(1, Number.NaN, 3, 4) };
    const dy = { data: Float64Array.of(1, 2, 3, 4) };
    expect(gradientSums(x, dy, channelView([2, 2], [1]), unrounded)).toEqual({
      dy: Float64Array.of(4, 6),
      products: Float64Array.of(10, Number.NaN),
    });
  });

  it("rounds Σdy after every term: 2²⁴ + 1 + 1 stays 2²⁴ in float32", () => {
    const dy = [2 ** 24, 1, 1];
    expect(column([0, 0, 0], dy, Math.fround).dy).toEqual(Float64Array.of(2 ** 24));
    expect(column([0, 0, 0], dy).dy).toEqual(Float64Array.of(2 ** 24 + 2));
  });

  it("rounds each product and their sum after every term", () => {
    // (1 + 2⁻²³)² is 1 + 2⁻²² + 2⁻⁴⁶, whose last digit float32 does not hold.
    const near = 1 + 2 ** -23;
    expect(column([near], [near], Math.fround).products).toEqual(Float64Array.of(1 + 2 ** -22));
    expect(column([near], [near]).products).toEqual(Float64Array.of(near * near));
    const long = [2 ** 12, 1, 1];
    expect(column(long, long, Math.fround).products).toEqual(Float64Array.of(2 ** 24));
    expect(column(long, long).products).toEqual(Float64Array.of(2 ** 24 + 2));
  });

  it("equals the sums by coordinates on any shape and axes, within 1e-12 (200 cases)", () => {
    const problems = anyCase(4).chain((given) =>
      fc.tuple(fc.constant(given), listOf(given.x.length)),
    );
    fc.assert(
      fc.property(problems, ([{ shape, axes, x }, dy]) => {
        const found = gradientSums(
          { data: Float64Array.from(x) },
          { data: Float64Array.from(dy) },
          channelView(shape, axes),
          unrounded,
        );
        const channels = naiveChannels(shape, axes);
        const products = dy.map((d, i) => d * x[i]!);
        const close = { absolute: 1e-12, relative: 1e-12 };
        expect(found.dy).toBeAllClose(grouped(dy, channels).map(sum), close);
        expect(found.products).toBeAllClose(grouped(products, channels).map(sum), close);
      }),
      seeded(200),
    );
  });
});
