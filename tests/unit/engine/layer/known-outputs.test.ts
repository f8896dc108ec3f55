import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { float32, float64, weightOf } from "../support/tensors";

/** The data of the Keras and TensorFlow.js tests. */
const rows = [
  [1, 2, 3, 4],
  [2, 4, 6, 8],
  [12, 11, 10, 9],
];

describe("training on the 3 × 4 data of the TensorFlow.js tests", () => {
  it("gives the documented statistics within 1e-6 and outputs within 2e-6", () => {
    const layer = new BatchNormalization();
    const { outputs, batch } = layer.trace(rows, { training: true });
    expect(batch?.mean.data).toBeAllClose([5, 5.666667, 6.333333, 7], { absolute: 1e-6 });
    expect(batch?.variance.data).toBeAllClose([24.666666, 14.888889, 8.222222, 4.666667], {
      absolute: 2e-6,
    });
    expect(outputs.data).toBeAllClose(
      [
        [-0.805371, -0.950223, -1.162406, -1.388581],
        [-0.604028, -0.43192, -0.116241, 0.462861],
        [1.409399, 1.382143, 1.278646, 0.925721],
      ].flat(),
      { absolute: 2e-6 },
    );
  });

  it("shaped (3, 2, 2) averages over axes 0 and 1, within 2e-6", () => {
    const layer = new BatchNormalization();
    const { outputs, batch, reductionAxes } = layer.trace(float32([3, 2, 2], rows.flat()), {
      training: true,
    });
    expect(reductionAxes).toEqual([0, 1]);
    expect(batch?.mean.data).toBeAllClose([5.6666665, 6.3333335], { absolute: 2e-6 });
    expect(batch?.variance.data).toBeAllClose([16.88889, 10.222222], { absolute: 2e-6 });
    expect(outputs.data.slice(0, 2)).toBeAllClose([-1.1355163, -1.3552775], { absolute: 2e-6 });
  });

  it.each([
    ["numbers in nested lists", rows],
    ["a float32 tensor", float32([3, 4], rows.flat())],
    ["a float64 tensor", float64([3, 4], rows.flat())],
  ])("moves the statistics a hundredth of the way when given %s, within 1e-6", (_, inputs) => {
    const layer = new BatchNormalization();
    layer.call(inputs, { training: true });
    expect(weightOf(layer, "moving_mean")).toBeAllClose([0.05, 0.05666667, 0.06333333, 0.07], {
      absolute: 1e-6,
    });
    expect(weightOf(layer, "moving_variance")).toBeAllClose(
      [1.2366667, 1.1388889, 1.0722222, 1.0366667],
      { absolute: 1e-6 },
    );
  });
});

describe("inference with given statistics", () => {
  it("gives [[23, 28], [83, 68]] exactly for mean 2, 5, variance 1, 4, γ 3, 4, β −1, −2, ε 0", () => {
    const layer = new BatchNormalization({ epsilon: 0 });
    layer.build([null, 2]);
    layer.setWeights([
      float32([2], [3, 4]),
      float32([2], [-1, -2]),
      float32([2], [2, 5]),
      float32([2], [1, 4]),
    ]);
    const x = [
      [10, 20],
      [30, 40],
    ];
    expect(layer.call(x).data).toEqual(Float32Array.of(23, 28, 83, 68));
  });

  it("adds ε = 2 to a variance of 7 before the root: 30 becomes 10 and 60 becomes 20", () => {
    const layer = new BatchNormalization({
      epsilon: 2,
      moving_variance_initializer: { class_name: "Constant", config: { value: 7 } },
    });
    const x = [
      [30, 30],
      [60, 60],
    ];
    expect(layer.call(x).data).toBeAllClose([10, 10, 20, 20], { absolute: 1e-6 });
  });

  it("without a scale gives the numbers of TensorFlow's global normalization test within 0.01", () => {
    const layer = new BatchNormalization({ scale: false });
    layer.build([1, 1, 6, 2]);
    layer.setWeights([float32([2], [0.1, 0.6]), float32([2], [10, 20]), float32([2], [0.25, 0.5])]);
    const channels = [
      [1, 2, 3, -1, -2, -3],
      [4, 5, 6, -4, -5, -6],
    ] as const;
    const x = channels[0].flatMap((value, i) => [value, channels[1][i]!]);
    const { data } = layer.call(float32([1, 1, 6, 2], x));
    const channel = (c: number): number[] => Array.from(data).filter((_, i) => i % 2 === c);
    expect(channel(0)).toBeAllClose([-17.86, -15.87, -13.87, -21.86, -23.85, -25.85], {
      absolute: 0.01,
    });
    expect(channel(1)).toBeAllClose([-22.0, -20.59, -19.18, -33.31, -34.72, -36.13], {
      absolute: 0.01,
    });
  });
});

it("three nested calls without scale and center turn ±1000 into ±0.9995 within 1e-6", () => {
  const layer = new BatchNormalization({ center: false, scale: false });
  const nested = [1, 2, 3].reduce(
    (x) => layer.call(x, { training: true }),
    float32([2, 1], [-1000, 1000]),
  );
  expect(nested.data).toBeAllClose([-0.9995, 0.9995], { absolute: 1e-6 });
});
