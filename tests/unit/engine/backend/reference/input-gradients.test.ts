import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InputGradientLine } from "@/engine/backend/kernels";
import { inputGradients } from "@/engine/backend/reference/rounded-gradients";
import { unrounded } from "@/engine/core/rounding";
import type { Rounding } from "@/engine/core/rounding";
import { channelView } from "@/engine/tensor/channel-view";
import type { ChannelView } from "@/engine/tensor/channel-view";
import { anyCase, listOf, seeded } from "../../support/arbitraries";
import { naiveChannels } from "../../support/naive";

interface Given {
  readonly x: readonly number[];
  readonly dy: readonly number[];
}

function inputGradientsOf(
  { x, dy }: Given,
  view: ChannelView,
  line: InputGradientLine,
): Float64Array {
  const dx = new Float64Array(x.length).fill(Number.NaN);
  const operands = { x: { data: Float64Array.from(x) }, dy: { data: Float64Array.from(dy) } };
  inputGradients(operands, view, line, { data: dx });
  return dx;
}

const single = (
  coefficients: Readonly<Record<"mean" | "slope" | "curvature" | "offset", number>>,
  round: Rounding,
): InputGradientLine => ({
  mean: Float64Array.of(coefficients.mean),
  slope: Float64Array.of(coefficients.slope),
  curvature: Float64Array.of(coefficients.curvature),
  offset: Float64Array.of(coefficients.offset),
  round,
});

describe("the inputGradients kernel", () => {
  it("writes dy·slope + (x − mean)·curvature + offset with each channel's own, exactly for small integers", () => {
    const line = {
      mean: Float64Array.of(1, 10),
      slope: Float64Array.of(2, -1),
      curvature: Float64Array.of(3, 0.5),
      offset: Float64Array.of(100, 0),
      round: unrounded,
    };
    const given = { x: [1, 12, 2, 8], dy: [5, 1, 0, 3] };
    const columns = inputGradientsOf(given, channelView([2, 2], [1]), line);
    expect(columns).toEqual(Float64Array.of(110, 0, 103, -4));
    const rows = inputGradientsOf(given, channelView([2, 2], [0]), line);
    expect(rows).toEqual(Float64Array.of(110, 135, -4, -4));
  });

  it("writes nothing for an empty batch", () => {
    const line = single({ mean: 1, slope: 1, curvature: 1, offset: 1 }, unrounded);
    const nothing = inputGradientsOf({ x: [], dy: [] }, channelView([0, 1], [1]), line);
    expect(nothing).toEqual(new Float64Array(0));
  });

  it.each([
    ["the mean", { mean: 1 + 2 ** -30, slope: 0, curvature: 1, offset: 0 }, [1, 0], 0],
    ["x − mean", { mean: -1, slope: 0, curvature: 1, offset: 0 }, [2 ** 24, 0], 2 ** 24],
    [
      "(x − mean)·curvature",
      { mean: 0, slope: 0, curvature: 1 + 2 ** -23, offset: 0 },
      [1 + 2 ** -23, 0],
      1 + 2 ** -22,
    ],
    [
      "dy·slope",
      { mean: 0, slope: 1 + 2 ** -23, curvature: 0, offset: 0 },
      [0, 1 + 2 ** -23],
      1 + 2 ** -22,
    ],
    [
      "the sum of both before the offset is added",
      { mean: 0, slope: 1, curvature: 1, offset: -(2 ** 24) },
      [1, 2 ** 24],
      0,
    ],
  ] as const)("rounds %s to float32", (_, coefficients, [x, dy], expected) => {
    const at = channelView([1, 1], [1]);
    const given = { x: [x], dy: [dy] };
    const rounded = inputGradientsOf(given, at, single(coefficients, Math.fround));
    expect(rounded).toEqual(Float64Array.of(expected));
    const exact = inputGradientsOf(given, at, single(coefficients, unrounded));
    expect(exact[0]).not.toBe(expected);
  });

  it("equals its formula by coordinates, exactly, on any shape and axes (200 cases)", () => {
    const problems = anyCase(4).chain(({ channelCount, ...given }) =>
      fc.record({
        given: fc.constant(given),
        dy: listOf(given.x.length),
        mean: listOf(channelCount),
        slope: listOf(channelCount),
        curvature: listOf(channelCount),
        offset: listOf(channelCount),
      }),
    );
    fc.assert(
      fc.property(problems, ({ given: { shape, axes, x }, dy, mean, slope, ...bent }) => {
        const found = inputGradientsOf({ x, dy }, channelView(shape, axes), {
          mean: Float64Array.from(mean),
          slope: Float64Array.from(slope),
          curvature: Float64Array.from(bent.curvature),
          offset: Float64Array.from(bent.offset),
          round: unrounded,
        });
        const channels = naiveChannels(shape, axes);
        const expected = x.map((value, i) => {
          const c = channels[i]!;
          const throughDeviation = bent.curvature[c]! * (value - mean[c]!);
          return dy[i]! * slope[c]! + throughDeviation + bent.offset[c]!;
        });
        expect(found).toEqual(Float64Array.from(expected));
      }),
      seeded(200),
    );
  });
});
