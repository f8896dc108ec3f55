import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { refusedBy } from "../support/refused";
import { float32, float64, stateOf, weightOf } from "../support/tensors";

const vector = (...values: number[]): ReturnType<typeof float32> =>
  float32([values.length], values);

function trained(): BatchNormalization {
  const layer = new BatchNormalization();
  layer.call(float32([2, 2], [1, 5, 2, 9]), { training: true });
  return layer;
}

describe("setWeights", () => {
  it("replaces all weights in the order of getWeights", () => {
    const layer = trained();
    layer.setWeights([vector(1, 2), vector(3, 4), vector(5, 6), vector(7, 8)]);
    expect(layer.weights.map(({ value }) => Array.from(value.data))).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
    ]);
  });

  it("skips the weights that the layer does not have", () => {
    const layer = new BatchNormalization({ scale: false });
    layer.build([null, 1]);
    layer.setWeights([vector(1), vector(2), vector(3)]);
    expect(weightOf(layer, "beta")).toEqual([1]);
    expect(weightOf(layer, "moving_mean")).toEqual([2]);
    expect(weightOf(layer, "moving_variance")).toEqual([3]);
  });

  it("given what getWeights returned changes nothing, bit for bit", () => {
    const layer = trained();
    const before = stateOf(layer);
    layer.setWeights(layer.getWeights());
    expect(stateOf(layer)).toEqual(before);
  });

  it("copies: writing into the given tensors afterwards does not reach the layer", () => {
    const layer = trained();
    const gamma = vector(1, 2);
    layer.setWeights([gamma, vector(0, 0), vector(0, 0), vector(1, 1)]);
    gamma.data.fill(9);
    expect(weightOf(layer, "gamma")).toEqual([1, 2]);
  });

  it("rounds to the layer's dtype", () => {
    const layer = trained();
    const tenths = float64([2], [0.1, 0.2]);
    layer.setWeights([tenths, tenths, tenths, tenths]);
    expect(layer.getWeights()[0]).toEqual({
      shape: [2],
      dtype: "float32",
      data: Float32Array.of(0.1, 0.2),
    });
  });

  it("leaves an earlier trace as it was", () => {
    const layer = trained();
    const { moving } = layer.trace(float32([1, 2], [0, 0]));
    const before = Array.from(moving.after.mean.data);
    layer.setWeights([vector(9, 9), vector(9, 9), vector(9, 9), vector(9, 9)]);
    expect(Array.from(moving.after.mean.data)).toEqual(before);
  });
});

describe("setWeights refuses, and changes nothing, when", () => {
  it.each([0, 3, 5])("the list holds %i weights instead of 4", (count) => {
    const layer = trained();
    const before = stateOf(layer);
    const given = Array.from({ length: count }, () => vector(9, 9));
    expect(refusedBy(() => layer.setWeights(given))).toEqual({
      code: "weights-count",
      kind: "ValueError",
      message: `weights must be a weight list of length 4 (gamma, beta, moving_mean, moving_variance). Received: a weight list of length ${count}`,
    });
    expect(stateOf(layer)).toEqual(before);
  });

  it("only the last weight has another size", () => {
    const layer = trained();
    const before = stateOf(layer);
    const given = [vector(9, 9), vector(9, 9), vector(9, 9), vector(9, 9, 9)];
    expect(refusedBy(() => layer.setWeights(given))).toEqual({
      code: "weights-shape",
      kind: "ValueError",
      message: "moving_variance must have weight shape [2]. Received: weight shape [3]",
    });
    expect(stateOf(layer)).toEqual(before);
  });

  it("a weight has the right size but another rank", () => {
    const layer = trained();
    const before = stateOf(layer);
    const given = [vector(9, 9), float32([1, 2], [9, 9]), vector(9, 9), vector(9, 9)];
    expect(refusedBy(() => layer.setWeights(given))).toEqual({
      code: "weights-shape",
      kind: "ValueError",
      message: "beta must have weight shape [2]. Received: weight shape [1, 2]",
    });
    expect(stateOf(layer)).toEqual(before);
  });

  it("the layer is not built, unless the list is empty", () => {
    const layer = new BatchNormalization();
    expect(refusedBy(() => layer.setWeights([vector(1)]))).toEqual({
      code: "weights-count",
      kind: "ValueError",
      message:
        "weights must be a weight list of length 0 until the layer is built. Received: a weight list of length 1",
    });
    layer.setWeights([]);
    expect(layer.built).toBe(false);
  });
});
