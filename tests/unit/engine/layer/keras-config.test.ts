import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, DType, InitializerArgument } from "@/engine";
import { constant } from "@/engine/spec/constant";
import { ordinary, seeded } from "../support/arbitraries";
import { float32, stateOf } from "../support/tensors";

const keras = (class_name: string, config: object = {}): object => ({
  module: "keras.initializers",
  class_name,
  config,
  registered_name: null,
});

const standard = {
  name: "batch_normalization",
  trainable: true,
  dtype: "float32",
  axis: -1,
  momentum: 0.99,
  epsilon: 0.001,
  center: true,
  scale: true,
  beta_initializer: keras("Zeros"),
  gamma_initializer: keras("Ones"),
  moving_mean_initializer: keras("Zeros"),
  moving_variance_initializer: keras("Ones"),
  beta_regularizer: null,
  gamma_regularizer: null,
  beta_constraint: null,
  gamma_constraint: null,
};

describe("getConfig", () => {
  it("has Keras's keys, order and value forms", () => {
    const config = new BatchNormalization().getConfig();
    expect(config).toEqual(standard);
    expect(Object.keys(config)).toEqual(Object.keys(standard));
  });

  it("has the axis as given before the layer is built, and as the resolved list after", () => {
    const [one, several] = [new BatchNormalization(), new BatchNormalization({ axis: [-1, 1] })];
    expect([one, several].map((layer) => layer.getConfig()["axis"])).toEqual([-1, [-1, 1]]);
    for (const layer of [one, several]) layer.build([2, 3, 4, 5]);
    expect(one.getConfig()).toEqual({ ...standard, axis: [3] });
    expect(several.getConfig()).toEqual({ ...standard, axis: [3, 1] });
  });

  it("has every argument that was given, identifiers in their Keras form", () => {
    const args: BatchNormArguments = {
      name: "bn_7",
      trainable: false,
      dtype: "float64",
      axis: [1],
      momentum: 0.5,
      epsilon: 0,
      center: false,
      scale: false,
      beta_initializer: constant(-2.5),
      gamma_initializer: "constant",
      moving_mean_initializer: "one",
      moving_variance_initializer: { class_name: "zero" },
    };
    expect(new BatchNormalization(args).getConfig()).toEqual({
      ...standard,
      ...args,
      beta_initializer: keras("Constant", { value: -2.5 }),
      gamma_initializer: keras("Constant", { value: 0 }),
      moving_mean_initializer: keras("Ones"),
      moving_variance_initializer: keras("Zeros"),
    });
  });

  it("follows the trainable attribute", () => {
    const layer = new BatchNormalization();
    layer.trainable = false;
    expect(layer.getConfig()).toEqual({ ...standard, trainable: false });
  });

  it("is a value of its own: writing into its axis does not reach the layer", () => {
    const layer = new BatchNormalization({ axis: [1] });
    (layer.getConfig()["axis"] as number[])[0] = 0;
    layer.build([2, 3]);
    (layer.getConfig()["axis"] as number[])[0] = 0;
    expect(layer.axis).toEqual([1]);
  });
});

describe("fromConfig", () => {
  const initializers = fc.constantFrom<InitializerArgument>(
    "zeros",
    "ones",
    constant(0.1),
    constant(-7),
    null,
  );
  /** Renorm cannot start at the root of a variance that has no initializer. */
  const started = initializers.filter((initializer) => initializer !== null);
  const argumentsOf = fc.record({
    axis: fc.constantFrom<number | readonly number[]>(-1, 0, 1, [1], [-1, 0], [2, 1]),
    momentum: ordinary(2),
    epsilon: ordinary(1),
    center: fc.boolean(),
    scale: fc.boolean(),
    beta_initializer: initializers,
    gamma_initializer: initializers,
    moving_mean_initializer: initializers,
    moving_variance_initializer: started,
    trainable: fc.boolean(),
    name: fc.constantFrom(null, "bn", "a/b"),
    dtype: fc.constantFrom<DType>("float16", "float32", "float64"),
    renorm: fc.boolean(),
    renorm_clipping: fc.constantFrom(null, {}, { rmax: 3, rmin: 0.5, dmax: 1 }),
    renorm_momentum: ordinary(1),
    gamma_regularizer: fc.constantFrom(null, "l2", { class_name: "L1", config: { l1: 0.5 } }),
    beta_constraint: fc.constantFrom(null, "non_neg"),
  });

  it("of getConfig is the same layer, before and after building, also through JSON (100 layers)", () => {
    fc.assert(
      fc.property(argumentsOf, (args) => {
        const layer = new BatchNormalization(args);
        const again = BatchNormalization.fromConfig(layer.getConfig());
        expect(again.getConfig()).toEqual(layer.getConfig());
        layer.build([2, 3, 4]);
        again.build([2, 3, 4]);
        expect(stateOf(again)).toEqual(stateOf(layer));
        const text = JSON.stringify(layer.getConfig());
        const parsed = BatchNormalization.fromConfig(JSON.parse(text) as never);
        expect(parsed.getConfig()).toEqual(layer.getConfig());
      }),
      seeded(100),
    );
  });

  it("reads what Keras 2.12 and later writes for a built layer of rank 4", () => {
    const text = `{
      "name": "batch_normalization_3", "trainable": true, "dtype": "float32", "axis": [3],
      "momentum": 0.99, "epsilon": 0.001, "center": true, "scale": true,
      "beta_initializer": {"module": "keras.initializers", "class_name": "Zeros", "config": {}, "registered_name": null},
      "gamma_initializer": {"module": "keras.initializers", "class_name": "Ones", "config": {}, "registered_name": null},
      "moving_mean_initializer": {"module": "keras.initializers", "class_name": "Zeros", "config": {}, "registered_name": null},
      "moving_variance_initializer": {"module": "keras.initializers", "class_name": "Ones", "config": {}, "registered_name": null},
      "beta_regularizer": null, "gamma_regularizer": null, "beta_constraint": null, "gamma_constraint": null
    }`;
    const layer = BatchNormalization.fromConfig(JSON.parse(text) as never);
    expect(layer.getConfig()).toEqual({ ...standard, name: "batch_normalization_3", axis: [3] });
  });

  it("reads the older form of an initializer, with its dtype inside", () => {
    const layer = BatchNormalization.fromConfig({
      gamma_initializer: { class_name: "Constant", config: { value: 2, dtype: "float32" } },
      beta_initializer: { class_name: "Zeros", config: { dtype: "float32" } },
    });
    expect(layer.getConfig()).toEqual({
      ...standard,
      gamma_initializer: keras("Constant", { value: 2 }),
    });
  });

  it("restores no weights", () => {
    const layer = new BatchNormalization();
    layer.call(float32([2, 1], [3, 9]), { training: true });
    const again = BatchNormalization.fromConfig(layer.getConfig());
    expect(again.built).toBe(false);
    expect(again.weights).toEqual([]);
  });
});
