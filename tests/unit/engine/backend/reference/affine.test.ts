import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { affine } from "@/engine/backend/reference/affine";
import { unrounded } from "@/engine/core/rounding";
import { channelView } from "@/engine/tensor/channel-view";
import { anyCase, listOf, seeded } from "../../support/arbitraries";
import { naiveChannels } from "../../support/naive";

const line = {
  scale: Float64Array.of(2, -1),
  offset: Float64Array.of(0.5, 10),
  round: unrounded,
};

describe("the affine kernel", () => {
  it("gives each channel its own scale and offset", () => {
    const out = new Float64Array(4);
    affine(Float64Array.of(1, 1, 3, 3), channelView([2, 2], [1]), line, out);
    expect(out).toEqual(Float64Array.of(2.5, 9, 6.5, 7));
    affine(Float64Array.of(1, 1, 3, 3), channelView([2, 2], [0]), line, out);
    expect(out).toEqual(Float64Array.of(2.5, 2.5, 7, 7));
  });

  it("rounds once, to the dtype of its output, and with a rounding also the product", () => {
    const out = new Float32Array(1);
    // In float32 arithmetic 2²⁴ + 1 is lost before 2²⁴ is taken off.
    const view = channelView([1], [0]);
    const precise = { scale: Float64Array.of(1 + 2 ** -24), offset: Float64Array.of(-(2 ** 24)) };
    affine(Float32Array.of(2 ** 24), view, { ...precise, round: unrounded }, out);
    expect(out).toEqual(Float32Array.of(1));
    affine(Float32Array.of(2 ** 24), view, { ...precise, round: Math.fround }, out);
    expect(out).toEqual(Float32Array.of(0));
  });

  it("equals x·scale + offset by coordinates, exactly, on any shape and axes (200 cases)", () => {
    const lines = anyCase(4).chain((given) =>
      fc.tuple(fc.constant(given), listOf(given.channelCount), listOf(given.channelCount)),
    );
    fc.assert(
      fc.property(lines, ([{ shape, axes, x }, scale, offset]) => {
        const out = new Float64Array(x.length);
        const given = {
          scale: Float64Array.from(scale),
          offset: Float64Array.from(offset),
          round: unrounded,
        };
        affine(Float64Array.from(x), channelView(shape, axes), given, out);
        const channels = naiveChannels(shape, axes);
        expect(out).toEqual(
          Float64Array.from(x, (value, i) => value * scale[channels[i]!]! + offset[channels[i]!]!),
        );
      }),
      seeded(200),
    );
  });
});
