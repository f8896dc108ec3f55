import { describe, expect, it } from "vitest";
import type { BackwardInputs } from "@/engine/backend/kernels";
import { inferenceGradients, trainingGradients } from "@/engine/backend/reference/gradients";
import { unrounded } from "@/engine/core/rounding";
import { channelView } from "@/engine/tensor/channel-view";
import { gradientsOf } from "../../support/gradients";

/** TensorFlow's own kernel test: one channel of six elements, of mean 11/6 and variance 2069/36. */
const given: BackwardInputs = {
  x: { data: Float64Array.of(1, 7, 4, -3, -11, 13) },
  dy: { data: Float64Array.of(2, 9, -4, 5, 8, 7) },
  mean: Float64Array.of(11 / 6),
  inverseDeviation: Float64Array.of(1 / Math.sqrt(2069 / 36 + 0.001)),
  scale: Float64Array.of(4),
  round: unrounded,
};
const view = channelView([1, 1, 6, 1], [3]);

describe("training gradients", () => {
  it("equal TensorFlow's kernel test within 0.01, dγ within 1e-4", () => {
    const { inputs, scale, offset } = gradientsOf(trainingGradients, given, view);
    expect(inputs).toBeAllClose([-1.34, 2.47, -4.44, 0.17, 1.6, 1.53], { absolute: 0.01 });
    expect(scale).toBeAllClose([-1.6488], { absolute: 1e-4 });
    expect(offset).toEqual(Float64Array.of(27));
  });

  it("are zero for a single sample, whose output never changes", () => {
    const one = {
      ...given,
      x: { data: Float64Array.of(3) },
      dy: { data: Float64Array.of(5) },
      mean: Float64Array.of(3),
    };
    const { inputs, scale, offset } = gradientsOf(trainingGradients, one, channelView([1, 1], [1]));
    expect([inputs[0], scale[0], offset[0]]).toEqual([0, 0, 5]);
  });
});

describe("inference gradients", () => {
  it("are γ/s · dy exactly, with the same dγ and dβ sums", () => {
    const { inputs, scale, offset } = gradientsOf(inferenceGradients, given, view);
    const factor = 4 * given.inverseDeviation[0]!;
    expect(inputs).toEqual(Float64Array.from(given.dy.data, (dy) => factor * dy));
    expect(scale).toEqual(gradientsOf(trainingGradients, given, view).scale);
    expect(offset).toEqual(Float64Array.of(27));
  });
});

describe.each([
  ["training", trainingGradients],
  ["inference", inferenceGradients],
])("%s gradients", (_, gradients) => {
  it("of an empty batch are an empty dx, and zeros for dγ and dβ", () => {
    const nothing = { data: new Float64Array(0) };
    const empty = { ...given, x: nothing, dy: nothing };
    expect(gradientsOf(gradients, empty, channelView([0, 1], [1]))).toEqual({
      inputs: new Float64Array(0),
      scale: Float64Array.of(0),
      offset: Float64Array.of(0),
    });
  });

  it("keep NaN within its own channel", () => {
    const two = {
      x: { data: Float64Array.of(1, 1, 3, 3) },
      dy: { data: Float64Array.of(1, Number.NaN, 2, 1) },
      mean: Float64Array.of(2, 2),
      inverseDeviation: Float64Array.of(1, 1),
      scale: Float64Array.of(1, 1),
      round: unrounded,
    };
    const { inputs, scale, offset } = gradientsOf(gradients, two, channelView([2, 2], [1]));
    expect([inputs[0], inputs[2], scale[0], offset[0]].every(Number.isFinite)).toBe(true);
    expect([scale[1], offset[1]]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe("gradients with weighted elements", () => {
  /** Element 2 does not count in the statistics: mean 2, variance 1. */
  const masked: BackwardInputs = {
    x: { data: Float64Array.of(1, 3, 7) },
    dy: { data: Float64Array.of(0, 0, 1) },
    mean: Float64Array.of(2),
    inverseDeviation: Float64Array.of(1),
    scale: Float64Array.of(2),
    elementWeights: Float64Array.of(1, 1, 0),
    round: unrounded,
  };
  const column = channelView([3, 1], [1]);

  it("reach an element without weight only directly, and the others only through the statistics", () => {
    // x̂ = 5: dx₂ = γ·dy; dx of the others is −γ·(1/2)·(1 + x̂ᵢ·5), with x̂ = −1 and 1.
    expect(gradientsOf(trainingGradients, masked, column)).toEqual({
      inputs: Float64Array.of(4, -6, 2),
      scale: Float64Array.of(5),
      offset: Float64Array.of(1),
    });
  });

  it("are those of constants where no element of the channel has weight", () => {
    const none = { ...masked, elementWeights: new Float64Array(3) };
    expect(gradientsOf(trainingGradients, none, column)).toEqual(
      gradientsOf(inferenceGradients, none, column),
    );
  });

  it("with all weights 1 are the plain ones", () => {
    const all = { ...masked, elementWeights: Float64Array.of(1, 1, 1) };
    const plain = { ...masked, elementWeights: undefined };
    const found = gradientsOf(trainingGradients, all, column);
    const expected = gradientsOf(trainingGradients, plain, column);
    expect(found.inputs).toBeAllClose(expected.inputs, { absolute: 1e-15 });
    expect([found.scale, found.offset]).toEqual([expected.scale, expected.offset]);
  });
});

describe("rounded gradients", () => {
  it("lose what TensorFlow's Σdy·x − μ·Σdy loses: at a mean of 2²⁴ a dγ of 0.25 becomes 0", () => {
    const far = {
      x: { data: Float64Array.of(2 ** 24 - 2, 2 ** 24 + 2) },
      dy: { data: Float64Array.of(1, 1.25) },
      mean: Float64Array.of(2 ** 24),
      inverseDeviation: Float64Array.of(0.5),
      scale: Float64Array.of(1),
    };
    const at = channelView([2, 1], [1]);
    const exact = gradientsOf(trainingGradients, { ...far, round: unrounded }, at);
    expect(exact.scale).toEqual(Float64Array.of(0.25));
    // 1.25·(2²⁴ + 2) = 20971522.5 becomes 20971522, and the half that is lost was all of the difference.
    const rounded = gradientsOf(trainingGradients, { ...far, round: Math.fround }, at);
    expect(rounded.scale).toEqual(Float64Array.of(0));
    expect(rounded.offset).toEqual(exact.offset);
  });
});
