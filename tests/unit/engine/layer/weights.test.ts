import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments } from "@/engine";
import { constant } from "@/engine/spec/constant";
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

  it("start at what a function makes of their shape and dtype", () => {
    const asked: unknown[] = [];
    const given = (shape: readonly number[], dtype: string): number => {
      asked.push([shape, dtype]);
      return 7;
    };
    for (const dtype of ["float16", "float32", "float64"] as const) {
      const layer = built({ dtype, beta_initializer: given });
      expect(Array.from(layer.getWeights()[1]!.data)).toEqual([7, 7, 7, 7]);
    }
    // The weights of a 16-bit layer are float32.
    expect(asked).toEqual([
      [[4], "float32"],
      [[4], "float32"],
      [[4], "float64"],
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

  it("without regularizers carry no regularization losses", () => {
    expect(built().losses).toEqual([]);
  });

  it("carry one loss per regularizer, gamma's before beta's, of their current values", () => {
    const layer = built({
      gamma_regularizer: { class_name: "L1", config: { l1: 0.5 } },
      beta_regularizer: { class_name: "L2", config: { l2: 0.25 } },
      beta_initializer: constant(3),
    });
    // Half of four ones, and a quarter of four nines.
    expect(layer.losses).toEqual([2, 9]);
    layer.assign({ gamma: float32([4], [1, -2, 3, 0]) });
    expect(layer.losses).toEqual([3, 9]);
    expect(built({ gamma_regularizer: "l2", scale: false }).losses).toEqual([]);
  });

  it("carry their regularizer and constraint, which gamma and beta alone have", () => {
    const layer = built({ gamma_regularizer: "l2", beta_constraint: "non_neg", renorm: true });
    const carried = layer.weights.map(({ regularizer, constraint }) => [
      regularizer !== null,
      constraint !== null,
    ]);
    expect(carried).toEqual([
      [true, false],
      [false, true],
      ...new Array<boolean[]>(5).fill([false, false]),
    ]);
  });

  it("of 16-bit layers are kept in float32", () => {
    const weights = built({ dtype: "float16", renorm: true }).getWeights();
    expect(new Set(weights.map((weight) => weight.dtype))).toEqual(new Set(["float32"]));
  });
});

describe("the weights of renorm", () => {
  const common = ["gamma", "beta", "moving_mean", "moving_variance"];

  it.each(["tf-1.15-v2", "tf-2.3-v1", "keras-2-v2"] as const)(
    "in %s are moving_stddev, renorm_mean and renorm_stddev, at √variance, mean and √variance",
    (profile) => {
      const layer = new BatchNormalization(
        {
          renorm: true,
          moving_mean_initializer: constant(-3),
          moving_variance_initializer: constant(4),
        },
        { profile },
      );
      layer.build([null, 3]);
      expect(namesOf(layer.weights)).toEqual([
        ...common,
        "moving_stddev",
        "renorm_mean",
        "renorm_stddev",
      ]);
      expect(namesOf(layer.trainableWeights)).toEqual(["gamma", "beta"]);
      expect(layer.getWeights().map(({ data }) => data[0])).toEqual([1, 0, -3, 4, 2, -3, 2]);
      expect(layer.countParams()).toBe(21);
    },
  );

  it.each(["tf-1.4", "tf-1.14-v1", "tf-1.14-v2"] as const)(
    "in %s are two averages and their scalar weights, all 0",
    (profile) => {
      const layer = new BatchNormalization(
        {
          renorm: true,
          moving_mean_initializer: constant(-3),
          moving_variance_initializer: constant(4),
        },
        { profile },
      );
      layer.build([null, 3]);
      expect(namesOf(layer.weights)).toEqual([
        ...common,
        "renorm_mean",
        "renorm_mean_weight",
        "renorm_stddev",
        "renorm_stddev_weight",
      ]);
      expect(layer.getWeights().map(({ shape }) => shape)).toEqual([
        [3],
        [3],
        [3],
        [3],
        [3],
        [],
        [3],
        [],
      ]);
      expect(layer.getWeights().map(({ data }) => data[0])).toEqual([1, 0, -3, 4, 0, 0, 0, 0]);
      expect(layer.countParams()).toBe(20);
    },
  );
});

describe("a layer that is not built", () => {
  const layer = new BatchNormalization({ name: "bn_1" });

  it("has no weights, of either kind", () => {
    expect(layer.built).toBe(false);
    expect(layer.fused).toBeNull();
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
