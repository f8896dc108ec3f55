import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { constant } from "@/engine/spec/constant";
import { bitsOf, float32, float64, stateOf, weightOf } from "../support/tensors";

describe("a single sample", () => {
  it("becomes β in training, within 1e-6, and pulls the moving variance towards 0", () => {
    const layer = new BatchNormalization({
      momentum: 0.5,
      gamma_initializer: constant(3),
      beta_initializer: constant(0.25),
    });
    expect(layer.call([[8, -16]], { training: true }).data).toBeAllClose([0.25, 0.25], {
      absolute: 1e-6,
    });
    expect(weightOf(layer, "moving_mean")).toEqual([4, -8]);
    expect(weightOf(layer, "moving_variance")).toEqual([0.5, 0.5]);
  });

  it("without center becomes 0", () => {
    const layer = new BatchNormalization({ center: false, epsilon: 1 });
    expect(Array.from(layer.call([[8, -16]], { training: true }).data)).toEqual([0, 0]);
  });
});

describe("inputs of rank 1", () => {
  it("have no axis to average over: every element is its own channel and becomes β", () => {
    const layer = new BatchNormalization({ beta_initializer: constant(2), epsilon: 1 });
    const trace = layer.trace([1, 5, -7], { training: true });
    expect(trace).toMatchObject({ reductionAxes: [], parameterShape: [3], samplesPerStatistic: 1 });
    expect(Array.from(trace.outputs.data)).toEqual([2, 2, 2]);
    expect(Array.from(trace.batch!.mean.data)).toEqual([1, 5, -7]);
    expect(Array.from(trace.batch!.variance.data)).toEqual([0, 0, 0]);
  });
});

describe("axis 0", () => {
  it("normalizes each example by itself", () => {
    const layer = new BatchNormalization({ axis: 0, epsilon: 0, dtype: "float64" });
    const x = [
      [1, 3],
      [100, 300],
    ];
    const trace = layer.trace(x, { training: true });
    expect(trace).toMatchObject({
      reductionAxes: [1],
      parameterShape: [2],
      samplesPerStatistic: 2,
    });
    expect(Array.from(trace.outputs.data)).toEqual([-1, 1, -1, 1]);
  });
});

describe("an empty batch", () => {
  const empty = float32([0, 2], []);

  it.each([true, false])(
    "gives an empty output and changes no weight (training %s)",
    (training) => {
      const layer = new BatchNormalization();
      layer.call([[1, 2]], { training: true });
      const before = stateOf(layer);
      expect(layer.call(empty, { training })).toEqual(empty);
      expect(stateOf(layer)).toEqual(before);
    },
  );

  it("has NaN as its statistics, and zeros as the gradients of γ and β", () => {
    const trace = new BatchNormalization().trace(empty, { training: true });
    expect(trace.samplesPerStatistic).toBe(0);
    expect(Array.from(trace.batch!.mean.data)).toEqual([Number.NaN, Number.NaN]);
    expect(Array.from(trace.batch!.variance.data)).toEqual([Number.NaN, Number.NaN]);
    const { inputs, gamma, beta } = trace.vjp(empty);
    expect(inputs).toEqual(empty);
    expect([gamma, beta].map((tensor) => Array.from(tensor!.data))).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it("may be empty on an averaged axis other than the first", () => {
    const layer = new BatchNormalization();
    expect(layer.call(float32([3, 0, 2], []), { training: true }).shape).toEqual([3, 0, 2]);
    expect(weightOf(layer, "moving_variance")).toEqual([1, 1]);
  });

  it("can build the layer", () => {
    const layer = new BatchNormalization();
    layer.call(empty, { training: true });
    expect(layer.countParams()).toBe(8);
  });
});

describe("a constant channel", () => {
  it("becomes β in training, within 1e-15, and leaves the other channel as it is without it", () => {
    const both = new BatchNormalization({ dtype: "float64", beta_initializer: constant(1) });
    const alone = new BatchNormalization({ dtype: "float64", beta_initializer: constant(1) });
    const { data } = both.call(float64([3, 2], [0.5, 1, 0.5, 2, 0.5, 6]), { training: true });
    const single = alone.call(float64([3, 1], [1, 2, 6]), { training: true });
    expect([data[0], data[2], data[4]]).toBeAllClose([1, 1, 1], { absolute: 1e-15 });
    expect([data[1], data[3], data[5]]).toEqual(Array.from(single.data));
  });

  it("with ε = 0 becomes NaN, as 0 · ∞ is, and only it", () => {
    const layer = new BatchNormalization({ epsilon: 0, dtype: "float64" });
    const { data } = layer.call(float64([2, 2], [5, 1, 5, 3]), { training: true });
    expect(Array.from(data)).toEqual([Number.NaN, -1, Number.NaN, 1]);
  });
});

describe("numbers that are not finite", () => {
  it.each([Number.NaN, Infinity, -Infinity])(
    "%d spoils the training of its own channel only",
    (odd) => {
      const layer = new BatchNormalization({ momentum: 0.5, dtype: "float64" });
      const { data } = layer.call(float64([2, 2], [odd, 1, 3, 5]), { training: true });
      const clean = new BatchNormalization({ momentum: 0.5, dtype: "float64" });
      const expected = clean.call(float64([2, 1], [1, 5]), { training: true });
      expect([data[0], data[2]]).toEqual([Number.NaN, Number.NaN]);
      expect([data[1], data[3]]).toEqual(Array.from(expected.data));
      expect(weightOf(layer, "moving_mean")).toEqual([odd, ...weightOf(clean, "moving_mean")]);
      expect(weightOf(layer, "moving_variance")).toEqual([
        Number.NaN,
        ...weightOf(clean, "moving_variance"),
      ]);
    },
  );

  it("in inference stay in their own element", () => {
    const layer = new BatchNormalization({ epsilon: 0 });
    const { data } = layer.call([[Number.NaN], [Infinity], [-Infinity], [2]]);
    expect(Array.from(data)).toEqual([Number.NaN, Infinity, -Infinity, 2]);
  });
});

describe("a mean far above the deviation", () => {
  it("of 1e8 with deviation 1 still gives ±1 in float64, within 2e-8", () => {
    const layer = new BatchNormalization({ epsilon: 0, dtype: "float64" });
    const { data } = layer.call(float64([2, 1], [1e8 - 1, 1e8 + 1]), { training: true });
    expect(data).toBeAllClose([-1, 1], { absolute: 2e-8 });
  });
});

it("subnormal inputs become β in training, within 1e-300", () => {
  const layer = new BatchNormalization({ dtype: "float64" });
  const { data } = layer.call(float64([2, 1], [5e-324, 1e-320]), { training: true });
  expect(data).toBeAllClose([0, 0], { absolute: 1e-300 });
});

it("no call writes into its inputs or returns their storage", () => {
  for (const training of [true, false]) {
    const x = float32([2, 2], [1, 2, 3, 5]);
    const before = bitsOf(x);
    const outputs = new BatchNormalization().call(x, { training });
    outputs.data.fill(9);
    expect(bitsOf(x)).toBe(before);
  }
});
