import { describe, expect, it } from "vitest";
import type { BackwardInputs } from "@/engine/backend/kernels";
import { inferenceGradients, trainingGradients } from "@/engine/backend/reference/gradients";
import { channelView } from "@/engine/tensor/channel-view";

/** TensorFlow's own kernel test: one channel of six elements, of mean 11/6 and variance 2069/36. */
const given: BackwardInputs = {
  x: Float64Array.of(1, 7, 4, -3, -11, 13),
  dy: Float64Array.of(2, 9, -4, 5, 8, 7),
  mean: Float64Array.of(11 / 6),
  inverseDeviation: Float64Array.of(1 / Math.sqrt(2069 / 36 + 0.001)),
  gamma: Float64Array.of(4),
};
const view = channelView([1, 1, 6, 1], [3]);

describe("training gradients", () => {
  it("equal TensorFlow's kernel test within 0.01, dγ within 1e-4", () => {
    const { inputs, gamma, beta } = trainingGradients(given, view);
    expect(inputs).toBeAllClose([-1.34, 2.47, -4.44, 0.17, 1.6, 1.53], { absolute: 0.01 });
    expect(gamma).toBeAllClose([-1.6488], { absolute: 1e-4 });
    expect(beta).toEqual(Float64Array.of(27));
  });

  it("are zero for a single sample, whose output never changes", () => {
    const one = {
      ...given,
      x: Float64Array.of(3),
      dy: Float64Array.of(5),
      mean: Float64Array.of(3),
    };
    const { inputs, gamma, beta } = trainingGradients(one, channelView([1, 1], [1]));
    expect([inputs[0], gamma[0], beta[0]]).toEqual([0, 0, 5]);
  });
});

describe("inference gradients", () => {
  it("are γ/s · dy exactly, with the same dγ and dβ sums", () => {
    const { inputs, gamma, beta } = inferenceGradients(given, view);
    const factor = 4 * given.inverseDeviation[0]!;
    expect(inputs).toEqual(Float64Array.from(given.dy, (dy) => factor * dy));
    expect(gamma).toEqual(trainingGradients(given, view).gamma);
    expect(beta).toEqual(Float64Array.of(27));
  });
});

describe.each([
  ["training", trainingGradients],
  ["inference", inferenceGradients],
])("%s gradients", (_, gradients) => {
  it("of an empty batch are an empty dx, and zeros for dγ and dβ", () => {
    const empty = { ...given, x: new Float64Array(0), dy: new Float64Array(0) };
    expect(gradients(empty, channelView([0, 1], [1]))).toEqual({
      inputs: new Float64Array(0),
      gamma: Float64Array.of(0),
      beta: Float64Array.of(0),
    });
  });

  it("keep NaN within its own channel", () => {
    const two = {
      x: Float64Array.of(1, 1, 3, 3),
      dy: Float64Array.of(1, Number.NaN, 2, 1),
      mean: Float64Array.of(2, 2),
      inverseDeviation: Float64Array.of(1, 1),
      gamma: Float64Array.of(1, 1),
    };
    const { inputs, gamma, beta } = gradients(two, channelView([2, 2], [1]));
    expect([inputs[0], inputs[2], gamma[0], beta[0]].every(Number.isFinite)).toBe(true);
    expect([gamma[1], beta[1]]).toEqual([Number.NaN, Number.NaN]);
  });
});
