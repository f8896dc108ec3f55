import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { affine, centredAffine } from "@/engine/backend/reference/affine";
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
    const x = { data: Float64Array.of(1, 1, 3, 3) };
    const out = { data: new Float64Array(4) };
    affine(x, channelView([2, 2], [1]), line, out);
    expect(out.data).toEqual(Float64Array.of(2.5, 9, 6.5, 7));
    affine(x, channelView([2, 2], [0]), line, out);
    expect(out.data).toEqual(Float64Array.of(2.5, 2.5, 7, 7));
  });

  it("rounds once, to the dtype of its output, and with a rounding also the product", () => {
    const x = { data: Float32Array.of(2 ** 24) };
    const out = { data: new Float32Array(1) };
    // In float32 arithmetic 2²⁴ + 1 is lost before 2²⁴ is taken off.
    const view = channelView([1], [0]);
    const precise = { scale: Float64Array.of(1 + 2 ** -24), offset: Float64Array.of(-(2 ** 24)) };
    affine(x, view, { ...precise, round: unrounded }, out);
    expect(out.data).toEqual(Float32Array.of(1));
    affine(x, view, { ...precise, round: Math.fround }, out);
    expect(out.data).toEqual(Float32Array.of(0));
  });

  it("equals x·scale + offset by coordinates, exactly, on any shape and axes (200 cases)", () => {
    const lines = anyCase(4).chain((given) =>
      fc.tuple(fc.constant(given), listOf(given.channelCount), listOf(given.channelCount)),
    );
    fc.assert(
      fc.property(lines, ([{ shape, axes, x }, scale, offset]) => {
        const out = { data: new Float64Array(x.length) };
        const given = {
          scale: Float64Array.from(scale),
          offset: Float64Array.from(offset),
          round: unrounded,
        };
        affine({ data: Float64Array.from(x) }, channelView(shape, axes), given, out);
        const channels = naiveChannels(shape, axes);
        expect(out.data).toEqual(
          Float64Array.from(x, (value, i) => value * scale[channels[i]!]! + offset[channels[i]!]!),
        );
      }),
      seeded(200),
    );
  });
});

describe("the centredAffine kernel", () => {
  it("gives each channel its own mean, scale and offset", () => {
    const x = { data: Float64Array.of(1, 1, 3, 3) };
    const out = { data: new Float64Array(4) };
    const centred = { ...line, mean: Float64Array.of(1, 2) };
    centredAffine(x, channelView([2, 2], [1]), centred, out);
    expect(out.data).toEqual(Float64Array.of(0.5, 11, 4.5, 9));
    centredAffine(x, channelView([2, 2], [0]), centred, out);
    expect(out.data).toEqual(Float64Array.of(0.5, 0.5, 9, 9));
  });

  it.each([
    ["x − mean", 2 ** 24, { mean: -1, scale: 1, offset: 0 }, 2 ** 24],
    ["(x − mean)·scale", 1 + 2 ** -23, { mean: 0, scale: 1 + 2 ** -23, offset: 0 }, 1 + 2 ** -22],
    ["the sum", 2 ** 24, { mean: 0, scale: 1, offset: 1 }, 2 ** 24],
  ])("with a rounding rounds %s", (_, value, { mean, scale, offset }, expected) => {
    const view = channelView([1], [0]);
    const x = { data: Float64Array.of(value) };
    const centred = {
      mean: Float64Array.of(mean),
      scale: Float64Array.of(scale),
      offset: Float64Array.of(offset),
    };
    const out = { data: new Float64Array(1) };
    centredAffine(x, view, { ...centred, round: Math.fround }, out);
    expect(out.data).toEqual(Float64Array.of(expected));
    centredAffine(x, view, { ...centred, round: unrounded }, out);
    expect(out.data).toEqual(Float64Array.of((value - mean) * scale + offset));
    expect(out.data[0]).not.toBe(expected);
  });

  it("equals (x − mean)·scale + offset by coordinates, exactly, on any shape and axes (200 cases)", () => {
    const lines = anyCase(4).chain((given) =>
      fc.record({
        given: fc.constant(given),
        mean: listOf(given.channelCount),
        scale: listOf(given.channelCount),
        offset: listOf(given.channelCount),
      }),
    );
    fc.assert(
      fc.property(lines, ({ given: { shape, axes, x }, mean, scale, offset }) => {
        const out = { data: new Float64Array(x.length) };
        const centred = {
          mean: Float64Array.from(mean),
          scale: Float64Array.from(scale),
          offset: Float64Array.from(offset),
          round: unrounded,
        };
        centredAffine({ data: Float64Array.from(x) }, channelView(shape, axes), centred, out);
        const channels = naiveChannels(shape, axes);
        const expected = x.map((value, i) => {
          const c = channels[i]!;
          return (value - mean[c]!) * scale[c]! + offset[c]!;
        });
        expect(out.data).toEqual(Float64Array.from(expected));
      }),
      seeded(200),
    );
  });
});
