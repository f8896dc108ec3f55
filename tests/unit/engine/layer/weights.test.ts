import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments } from "@/engine";
import { constant } from "@/engine/spec/initializer";
import { refusedBy } from "../support/refused";
import { float32, stateOf } from "../support/tensors";

function built(args: BatchNormArguments = {}): BatchNormalization {
  const layer = new BatchNormalization(args);
  layer.build([null, 3, 4]);
  return layer;
}
const namesOf = (weights: readonly { readonly name: string }[]): string[] =>
  weights.map(({ name }) => name.slice(name.lastIndexOf("/") + 1));

describe("the weights of a layer", () => {
  it.each<[string, BatchNormArguments, string[], string[]]>([
    ["by default", {}, ["gamma", "beta"], ["moving_mean", "moving_variance"]],
    ["without center", { center: false }, ["gamma"], ["moving_mean", "moving_variance"]],
    ["without scale", { scale: false }, ["beta"], ["moving_mean", "moving_variance"]],
    ["with neither", { center: false, scale: false }, [], ["moving_mean", "moving_variance"]],
  ])("%s come in creation order, trainable ones first", (_, args, trainable, rest) => {
    const layer = built(args);
    expect(namesOf(layer.weights)).toEqual([...trainable, ...rest]);
    expect(namesOf(layer.trainableWeights)).toEqual(trainable);
    expect(namesOf(layer.nonTrainableWeights)).toEqual(rest);
    expect(layer.countParams()).toBe(4 * (trainable.length + rest.length));
  });

  it("count one parameter per combination of several normalized axes", () => {
    expect(built({ axis: [1, 2] }).countParams()).toBe(4 * 12);
  });

  it("are named after the layer", () => {
    const full = (layer: BatchNormalization): string[] => layer.weights.map(({ name }) => name);
    expect(full(built())[0]).toBe("batch_normalization/gamma");
    expect(full(built({ name: "bn_1" }))).toEqual([
      "bn_1/gamma",
      "bn_1/beta",
      "bn_1/moving_mean",
      "bn_1/moving_variance",
    ]);
  });

  it("start at 1, 0, 0 and 1, in the layer's dtype", () => {
    for (const dtype of ["float32", "float64"] as const) {
      const weights = built({ dtype }).getWeights();
      expect(weights.map((weight) => weight.dtype)).toEqual([dtype, dtype, dtype, dtype]);
      expect(weights.map((weight) => Array.from(weight.data))).toEqual([
        [1, 1, 1, 1],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [1, 1, 1, 1],
      ]);
    }
  });

  it("start each at its own initializer", () => {
    const layer = built({
      gamma_initializer: constant(2),
      beta_initializer: "one",
      moving_mean_initializer: { class_name: "Constant", config: { value: -3 } },
      moving_variance_initializer: "Zeros",
    });
    expect(layer.getWeights().map((weight) => Array.from(new Set(weight.data)))).toEqual([
      [2],
      [1],
      [-3],
      [0],
    ]);
  });

  it("are handed out as copies: writing into them does not reach the layer", () => {
    const layer = built();
    const before = stateOf(layer);
    for (const weight of layer.getWeights()) weight.data.fill(9);
    for (const weight of layer.weights) weight.value.data.fill(9);
    expect(stateOf(layer)).toEqual(before);
  });

  it("stay as they are when the layer is built again", () => {
    const layer = built();
    layer.call(float32([1, 1, 4], [1, 2, 3, 4]), { training: true });
    const before = stateOf(layer);
    layer.build([null, 3, 4]);
    expect(stateOf(layer)).toEqual(before);
  });

  it("carry no regularization losses", () => {
    expect(built().losses).toEqual([]);
  });
});

describe("a layer that is not built", () => {
  const layer = new BatchNormalization({ name: "bn_1" });

  it("has no weights, of either kind", () => {
    expect(layer.built).toBe(false);
    expect(layer.fused).toBe(false);
    expect(layer.weights).toEqual([]);
    expect(layer.trainableWeights).toEqual([]);
    expect(layer.nonTrainableWeights).toEqual([]);
    expect(layer.getWeights()).toEqual([]);
  });

  it("cannot count its parameters", () => {
    expect(refusedBy(() => layer.countParams())).toEqual({
      code: "not-built",
      kind: "ValueError",
      message:
        "countParams must be called on a built layer: bn_1 isn't built. Received: built=false",
    });
  });
});
