import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, ProfileId } from "@/engine";
import { constant } from "@/engine/spec/constant";
import { float32, shaped, weightOf } from "../support/tensors";

/** TensorFlow's kernel test: both channels hold 5, 7, 9, 11, 13, 15. */
const steps = [5, 7, 9, 11, 13, 15];
const kernelInputs = float32(
  [1, 1, 6, 2],
  steps.flatMap((value) => [value, value]),
);

describe("the fused path", () => {
  it.each<[number[], "float32" | "float64", boolean, number]>([
    [[2, 1, 1, 1], "float32", true, 1],
    [[2, 1, 1, 1, 1], "float32", true, 1],
    [[2, 1, 1, 1], "float64", false, 0.5],
    [[2, 1, 1], "float32", false, 0.5],
    [[2, 1], "float32", false, 0.5],
  ])(
    "for [0, 2] shaped %j in %s: fused %s, moving variance %d",
    (shape, dtype, fused, expected) => {
      const layer = new BatchNormalization({
        momentum: 0.5,
        moving_variance_initializer: "zeros",
        dtype,
      });
      layer.call(shaped(dtype)(shape, [0, 2]), { training: true });
      expect(layer.fused).toBe(fused);
      expect(weightOf(layer, "moving_variance")).toEqual([expected]);
      expect(weightOf(layer, "moving_mean")).toEqual([0.5]);
    },
  );

  it.each<[NonNullable<BatchNormArguments["axis"]>, boolean]>([
    [1, true],
    [3, true],
    [-1, true],
    [-3, true],
    [[3], true],
    [0, false],
    [2, false],
    [-2, false],
    [[1, 3], false],
  ])("for rank 4 and axis %j: %s", (axis, fused) => {
    const layer = new BatchNormalization({ axis });
    layer.build([2, 3, 4, 5]);
    expect(layer.fused).toBe(fused);
  });

  it("gives the outputs of TensorFlow's kernel test within 0.01, with mean 10 and variance 14", () => {
    const layer = new BatchNormalization({
      gamma_initializer: constant(4),
      beta_initializer: constant(2),
      momentum: 0,
    });
    const { data } = layer.call(kernelInputs, { training: true });
    const expected = [-3.86, -1.51, 0.83, 3.17, 5.51, 7.86];
    expect(data).toBeAllClose(
      expected.flatMap((value) => [value, value]),
      { absolute: 0.01 },
    );
    expect(weightOf(layer, "moving_mean")).toBeAllClose([10, 10], { absolute: 1e-5 });
    expect(weightOf(layer, "moving_variance")).toBeAllClose([14, 14], { absolute: 1e-5 });
  });

  it("moves mean 6 and variance 16 half of the way: to 8 and 15, within 1e-5", () => {
    const layer = new BatchNormalization({
      moving_mean_initializer: constant(6),
      moving_variance_initializer: constant(16),
      momentum: 0.5,
    });
    layer.call(kernelInputs, { training: true });
    expect(weightOf(layer, "moving_mean")).toBeAllClose([8, 8], { absolute: 1e-5 });
    expect(weightOf(layer, "moving_variance")).toBeAllClose([15, 15], { absolute: 1e-5 });
  });

  it("normalizes the batch with the biased variance: only the stored one is m/(m − 1) times larger", () => {
    const layer = new BatchNormalization({ momentum: 0 });
    const { batch, used, moving, samplesPerStatistic } = layer.trace(kernelInputs, {
      training: true,
    });
    expect(samplesPerStatistic).toBe(6);
    expect(batch?.variance.data).toBeAllClose([35 / 3, 35 / 3], { relative: 1e-7 });
    expect(used).toEqual(batch);
    expect(moving.after.variance.data).toBeAllClose([14, 14], { relative: 1e-7 });
  });

  it("therefore makes inference differ from training on the same batch with momentum 0, by √(6/5)", () => {
    const layer = new BatchNormalization({ momentum: 0, epsilon: 0 });
    const training = layer.call(kernelInputs, { training: true });
    const inference = layer.call(kernelInputs);
    const ratio = Math.sqrt(6 / 5);
    expect(inference.data.map((y) => y * ratio)).toBeAllClose(training.data, { absolute: 1e-6 });
  });

  it("divides by 1, not by 0, for a single sample: the moving variance goes to 0", () => {
    const layer = new BatchNormalization({ momentum: 0.5 });
    layer.call(float32([1, 1, 1, 2], [3, 4]), { training: true });
    expect(layer.fused).toBe(true);
    expect(weightOf(layer, "moving_variance")).toEqual([0.5, 0.5]);
  });
});

describe("a small ε on the fused path", () => {
  const images = float32([2, 1, 1, 1], [0, 2e-3]);
  /** One channel of mean 1e-3 and variance 1e-6. */
  const firstOutput = (epsilon: number, profile: ProfileId, fused: boolean | null): number =>
    new BatchNormalization({ epsilon, fused }, { profile }).call(images, { training: true })
      .data[0]!;
  const expected = (epsilon: number): number => -1e-3 / Math.sqrt(1e-6 + epsilon);
  const close = { relative: 2e-6, absolute: 1e-6 };

  it.each(["tf-1.4", "tf-1.14-v2", "tf-2.1-v1", "tf-2.3-v1", "tf-2.3-layers"] as const)(
    "is raised to 1.001e-5 in %s, and only there",
    (profile) => {
      for (const epsilon of [0, 1e-6, 1e-5, 1.001e-5]) {
        expect(firstOutput(epsilon, profile, null)).toBeAllClose(expected(1.001e-5), close);
      }
      expect(firstOutput(1.1e-5, profile, null)).toBeAllClose(expected(1.1e-5), close);
      expect(firstOutput(1e-6, profile, false)).toBeAllClose(expected(1e-6), close);
    },
  );

  it.each(["keras-2-v1", "keras-2-v2"] as const)("is kept in %s", (profile) => {
    for (const epsilon of [0, 1e-6]) {
      expect(firstOutput(epsilon, profile, null)).toBeAllClose(expected(epsilon), close);
    }
  });

  it("is raised at inference and in the gradient as well", () => {
    const layer = new BatchNormalization(
      { epsilon: 0, moving_variance_initializer: "zeros" },
      { profile: "tf-2.3-v2" },
    );
    const trace = layer.trace(images);
    const factor = 1 / Math.sqrt(1.001e-5);
    expect(trace.outputs.data).toBeAllClose([0, 2e-3 * factor], close);
    expect(trace.vjp(images).inputs.data).toBeAllClose([0, 2e-3 * factor], close);
  });
});
