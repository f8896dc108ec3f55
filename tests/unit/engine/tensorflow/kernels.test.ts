import { describe, expect, it } from "vitest";
import { weightOf } from "../support/tensors";
import { assignNumbers, filledWith, layerIn, tensorOf } from "./support/layers";
import { allProfiles, halfProfiles } from "./support/profiles";

/** The tests of TensorFlow's C++ kernels. */

const twice = (values: readonly number[]): number[] => values.flatMap((value) => [value, value]);

const shape = [1, 1, 6, 2];
const x = tensorOf(shape, twice([5, 7, 9, 11, 13, 15]));
const outputs = twice([-3.86, -1.51, 0.83, 3.17, 5.51, 7.86]);
const close = { absolute: 0.01 };
const args = {
  epsilon: 1e-3,
  gamma_initializer: filledWith(4),
  beta_initializer: filledWith(2),
};

describe.each(allProfiles)("%s", (profile) => {
  it("C++ FusedBatchNorm Training: factor 1: outputs, mean 10 and variance 14, within 0.01", () => {
    const layer = layerIn(profile, { ...args, momentum: 0 });
    expect(layer.call(x, { training: true }).data).toBeAllClose(outputs, close);
    expect(layer.fused).toBe(true);
    expect(weightOf(layer, "moving_mean")).toBeAllClose([10, 10], close);
    expect(weightOf(layer, "moving_variance")).toBeAllClose([14, 14], close);
  });

  it("C++ FusedBatchNorm TrainingRunningMean: factor 0.5: mean 6 to 8, variance 16 to 15", () => {
    const layer = layerIn(profile, {
      ...args,
      momentum: 0.5,
      moving_mean_initializer: filledWith(6),
      moving_variance_initializer: filledWith(16),
    });
    expect(layer.call(x, { training: true }).data).toBeAllClose(outputs, close);
    expect(weightOf(layer, "moving_mean")).toBeAllClose([8, 8], close);
    expect(weightOf(layer, "moving_variance")).toBeAllClose([15, 15], close);
  });

  it.each([
    { test: "C++ FusedBatchNorm Inference", momentum: 0 },
    { test: "C++ FusedBatchNorm InferenceIgnoreAvgFactor", momentum: 0.5 },
  ])("$test: mean 10 and variance 11.67 give the same outputs, and stay", ({ momentum }) => {
    const layer = layerIn(profile, {
      ...args,
      momentum,
      moving_mean_initializer: filledWith(10),
      moving_variance_initializer: filledWith(11.67),
    });
    expect(layer.call(x, { training: false }).data).toBeAllClose(outputs, close);
    expect(weightOf(layer, "moving_mean")).toEqual([10, 10]);
    expect(weightOf(layer, "moving_variance")).toEqual(twice([Math.fround(11.67)]));
  });

  it("C++ FusedBatchNorm EmptyInput: inputs (1, 1, 0, 0): the shape is kept", () => {
    const layer = layerIn(profile, { epsilon: 1e-3 });
    const empty = tensorOf([1, 1, 0, 0], []);
    expect(layer.call(empty, { training: true }).shape).toEqual([1, 1, 0, 0]);
    expect(layer.fused).toBe(true);
    expect(layer.weights.map(({ value }) => value.shape)).toEqual([[0], [0], [0], [0]]);
  });

  it("C++ FusedBatchNormGrad: gradients by inputs, γ and β within 0.01", () => {
    const layer = layerIn(profile, { ...args });
    const trace = layer.trace(tensorOf(shape, twice([1, 7, 4, -3, -11, 13])), { training: true });
    expect(trace.batch!.mean.data).toBeAllClose([1.833, 1.833], { absolute: 1e-3 });
    expect(trace.batch!.variance.data).toBeAllClose([57.472, 57.472], { absolute: 1e-3 });
    const gradients = trace.vjp(tensorOf(shape, twice([2, 9, -4, 5, 8, 7])));
    expect(gradients.inputs.data).toBeAllClose(twice([-1.34, 2.47, -4.44, 0.17, 1.6, 1.53]), close);
    expect(gradients.gamma!.data).toBeAllClose([-1.6488, -1.6488], close);
    expect(gradients.beta!.data).toBeAllClose([27, 27], close);
  });
});

describe.each([
  { dtype: "float32", absolute: 0.01, profiles: allProfiles },
  { dtype: "float16", absolute: 0.1, profiles: halfProfiles },
] as const)("$dtype", ({ dtype, absolute, profiles }) => {
  it.each(profiles)(
    `C++ BatchNormWithGlobalNormalization: %s: no scale, within ${absolute}`,
    (profile) => {
      const layer = layerIn(profile, { scale: false, epsilon: 1e-3, dtype });
      layer.build(shape);
      assignNumbers(layer, {
        beta: [0.1, 0.6],
        moving_mean: [10, 20],
        moving_variance: [0.25, 0.5],
      });
      const inputs = tensorOf(shape, [1, 4, 2, 5, 3, 6, -1, -4, -2, -5, -3, -6], dtype);
      const { data } = layer.call(inputs);
      const channel = (c: number): number[] => Array.from(data).filter((_, i) => i % 2 === c);
      expect(channel(0)).toBeAllClose([-17.86, -15.87, -13.87, -21.86, -23.85, -25.85], {
        absolute,
      });
      expect(channel(1)).toBeAllClose([-22.0, -20.59, -19.18, -33.31, -34.72, -36.13], {
        absolute,
      });
    },
  );
});
