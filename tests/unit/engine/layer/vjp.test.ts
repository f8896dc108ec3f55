import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { constant } from "@/engine/spec/constant";
import { refusedBy } from "../support/refused";
import { float32, float64, stateOf } from "../support/tensors";

describe("the gradients of a trace", () => {
  it("equal those of TensorFlow's kernel test within 0.01, dγ within 1e-4", () => {
    const layer = new BatchNormalization({ gamma_initializer: constant(4) });
    const shape = [1, 1, 6, 1];
    const trace = layer.trace(float32(shape, [1, 7, 4, -3, -11, 13]), { training: true });
    const { inputs, gamma, beta } = trace.vjp(float32(shape, [2, 9, -4, 5, 8, 7]));
    expect(inputs).toMatchObject({ shape, dtype: "float32" });
    expect(inputs.data).toBeAllClose([-1.34, 2.47, -4.44, 0.17, 1.6, 1.53], { absolute: 0.01 });
    expect(gamma?.data).toBeAllClose([-1.6488], { absolute: 1e-4 });
    expect(Array.from(beta!.data)).toEqual([27]);
  });

  it("in inference scale dy by γ/√(V + ε), exactly for exact numbers", () => {
    const layer = new BatchNormalization({
      dtype: "float64",
      epsilon: 1,
      gamma_initializer: constant(6),
      moving_mean_initializer: constant(1),
      moving_variance_initializer: constant(3),
    });
    const trace = layer.trace(float64([2, 1], [5, -3]));
    const { inputs, gamma, beta } = trace.vjp(float64([2, 1], [1, 2]));
    expect(Array.from(inputs.data)).toEqual([3, 6]);
    expect(Array.from(gamma!.data)).toEqual([-2]);
    expect(Array.from(beta!.data)).toEqual([3]);
  });

  it("have the shape of the weight, also of several axes, and the layer's dtype", () => {
    const layer = new BatchNormalization({ axis: [0, 2], dtype: "float64" });
    const x = float32([2, 1, 3], [1, 2, 3, 4, 5, 6]);
    const { inputs, gamma, beta } = layer.trace(x, { training: true }).vjp(x);
    expect(inputs).toMatchObject({ shape: [2, 1, 3], dtype: "float64" });
    expect(gamma).toMatchObject({ shape: [2, 1, 3], dtype: "float64" });
    expect(beta).toMatchObject({ shape: [2, 1, 3], dtype: "float64" });
  });

  it.each([
    [{ scale: false }, ["inputs", "beta"]],
    [{ center: false }, ["inputs", "gamma"]],
    [{}, ["inputs", "gamma", "beta"]],
  ])("of a layer with %j are those of %j", (args, keys) => {
    const x = float32([2, 1], [1, 2]);
    const trace = new BatchNormalization(args).trace(x, { training: true });
    expect(Object.keys(trace.vjp(x))).toEqual(keys);
  });

  it("change neither the layer nor dy", () => {
    const layer = new BatchNormalization();
    const trace = layer.trace(float32([2, 1], [1, 4]), { training: true });
    const before = stateOf(layer);
    const dy = float32([2, 1], [1, 2]);
    const first = trace.vjp(dy);
    expect(trace.vjp(dy)).toEqual(first);
    expect(Array.from(dy.data)).toEqual([1, 2]);
    expect(stateOf(layer)).toEqual(before);
  });

  it.each([
    [[4], "[4]"],
    [[4, 1], "[4, 1]"],
    [[2, 2, 1], "[2, 2, 1]"],
  ])("are refused for a dy of shape %j when the outputs are (2, 2)", (shape, shown) => {
    const trace = new BatchNormalization().trace(float32([2, 2], [1, 2, 3, 4]));
    expect(refusedBy(() => trace.vjp(float32(shape, [1, 2, 3, 4])))).toEqual({
      code: "vjp-shape",
      kind: "ValueError",
      message: `dy must be shaped as the outputs, [2, 2]. Received: dy.shape=${shown}`,
    });
  });
});
