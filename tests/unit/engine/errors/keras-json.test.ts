import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { KerasConfig, ProfileId } from "@/engine";
import { profileIds } from "../laws/problems";
import { refusedBy } from "../support/refused";
import { typeError, valueError } from "./layers";

/** As `json.dumps(layer.get_config())` writes it in Keras 2.12 and later. */
const modern = `{
  "name": "batch_normalization_3", "trainable": false, "dtype": "float32",
  "batch_input_shape": [null, 32, 32, 8], "axis": [3], "momentum": 0.9, "epsilon": 1e-05,
  "center": true, "scale": false,
  "beta_initializer": {"module": "keras.initializers", "class_name": "Zeros", "config": {}, "registered_name": null},
  "gamma_initializer": {"module": "keras.initializers", "class_name": "Ones", "config": {}, "registered_name": null},
  "moving_mean_initializer": {"module": "keras.initializers", "class_name": "Zeros", "config": {}, "registered_name": null},
  "moving_variance_initializer": {"module": "keras.initializers", "class_name": "Ones", "config": {}, "registered_name": null},
  "beta_regularizer": {"module": "keras.regularizers", "class_name": "L2", "config": {"l2": 0.009999999776482582}, "registered_name": null},
  "gamma_regularizer": null, "beta_constraint": null, "gamma_constraint": null,
  "renorm": true, "renorm_clipping": {"rmax": 3.0, "dmax": 5.0}, "renorm_momentum": 0.95,
  "virtual_batch_size": 16
}`;

/** As TensorFlow 1.14 writes it: initializers hold their dtype. */
const older = `{
  "name": "batch_normalization", "trainable": true, "dtype": "float32", "axis": -1,
  "momentum": 0.99, "epsilon": 0.001, "center": true, "scale": true,
  "beta_initializer": {"class_name": "Zeros", "config": {"dtype": "float32"}},
  "gamma_initializer": {"class_name": "Constant", "config": {"value": 2, "dtype": "float32"}},
  "moving_mean_initializer": {"class_name": "RandomNormal", "config": {"mean": 0.0, "stddev": 0.05, "seed": 4, "dtype": "float32"}},
  "moving_variance_initializer": {"class_name": "Ones", "config": {"dtype": "float32"}},
  "beta_regularizer": {"class_name": "L1L2", "config": {"l1": 0.0, "l2": 0.009999999776482582}},
  "gamma_regularizer": null, "beta_constraint": {"class_name": "MaxNorm", "config": {"max_value": 2, "axis": 0}}, "gamma_constraint": null
}`;

const read = (text: string): KerasConfig => JSON.parse(text) as KerasConfig;
const from = (config: KerasConfig, profile: ProfileId = "keras-2-v2"): BatchNormalization =>
  BatchNormalization.fromConfig(config, { profile });

describe("a configuration that Keras wrote", () => {
  it("in its latest form is read and written again word for word", () => {
    expect(from(read(modern)).getConfig()).toEqual(read(modern));
    expect(Object.keys(from(read(modern)).getConfig())).toEqual(Object.keys(read(modern)));
  });

  it("in 1.14 is read and written again word for word by 1.14", () => {
    for (const profile of ["tf-1.14-v1", "tf-1.14-v2"] as const) {
      expect(from(read(older), profile).getConfig()).toEqual(read(older));
    }
  });

  it("in any form is read by every version that knows its classes", () => {
    for (const profile of profileIds) {
      expect(from(read(older), profile).getConfig()).toMatchObject({ axis: -1, momentum: 0.99 });
    }
  });

  it("may hold tuples, which are lists to the layer", () => {
    const tuple = (...items: readonly unknown[]): object => ({ class_name: "__tuple__", items });
    const config = {
      axis: tuple(1, -1),
      batch_input_shape: tuple(null, 2, 3),
    };
    expect(from(config).getConfig()).toMatchObject({
      axis: [1, -1],
      batch_input_shape: [null, 2, 3],
    });
  });

  it("may hold a batch_input_shape, of which input_shape and batch_size are another spelling", () => {
    const shapes = (config: KerasConfig): unknown => from(config).getConfig()["batch_input_shape"];
    expect(shapes({ batch_input_shape: [null, 4] })).toEqual([null, 4]);
    expect(shapes({ input_shape: [4] })).toEqual([null, 4]);
    expect(shapes({ input_shape: [4], batch_size: 7 })).toEqual([7, 4]);
    expect(shapes({ batch_input_shape: [3, 4], input_shape: [9], batch_size: 7 })).toEqual([3, 4]);
    expect(shapes({ batch_size: 7 })).toBeUndefined();
    expect(shapes({ batch_input_shape: null })).toBeUndefined();
  });

  it("restores trainable, and no weights", () => {
    const layer = from(read(modern));
    expect([layer.trainable, layer.built, layer.weights]).toEqual([false, false, []]);
  });
});

describe("a dtype written as a policy", () => {
  const policy = (name: unknown, module = "keras.mixed_precision"): object => ({
    ...{ module, class_name: "Policy", registered_name: null },
    config: { name },
  });

  it.each([
    [policy("float32"), "float32"],
    [policy("float64"), "float64"],
    [policy("mixed_float16"), "float16"],
    [{ class_name: "Policy", config: { name: "mixed_float16" } }, "float16"],
    [{ class_name: "PolicyV1", config: { name: "mixed_float16", loss_scale: null } }, "float16"],
    ["mixed_float16", "float16"],
  ])("%j is %s", (dtype, name) => {
    const layer = from({ dtype });
    expect(layer.dtype).toBe(name);
    layer.build([null, 1]);
    expect(layer.getWeights()[0]?.dtype).toBe(name === "float64" ? "float64" : "float32");
  });

  it.each([
    [policy("mixed_bfloat16"), '"mixed_bfloat16"'],
    [policy("int8"), '"int8"'],
    [policy(3), "3"],
    [{ class_name: "Policy", config: {} }, '{"class_name":"Policy","config":{}}'],
    ["bfloat16", '"bfloat16"'],
  ])("%j is a ValueError", (dtype, shown) => {
    expect(refusedBy(() => from({ dtype }))).toEqual(
      valueError("argument", `dtype must be float16, float32 or float64. Received: dtype=${shown}`),
    );
  });
});

describe("a configuration is refused for", () => {
  it.each([
    ["synchronized", "false"],
    ["gamma", "false"],
    ["batchInputShape", "false"],
  ])("the unknown key %s", (key, shown) => {
    for (const profile of profileIds) {
      expect(refusedBy(() => from({ ...read(older), [key]: false }, profile))).toEqual(
        typeError(
          "argument-unknown",
          `Keyword argument not understood: ${key}. Received: ${key}=${shown}`,
        ),
      );
    }
  });

  it("adjustment in TensorFlow 1.4, which writes renorm and ghost batches neither but reads them", () => {
    expect(refusedBy(() => from({ adjustment: null }, "tf-1.4"))).toEqual(
      typeError(
        "argument-unknown",
        "Keyword argument not understood: adjustment. Received: adjustment=null",
      ),
    );
    const layer = from({ renorm: true, virtual_batch_size: 2 }, "tf-1.4");
    expect(layer.configOmissions.map(({ argument }) => argument)).toEqual([
      "renorm",
      "virtual_batch_size",
    ]);
  });

  it("a class that the version does not have", () => {
    const config = {
      gamma_regularizer: { class_name: "L2", config: { l2: 0.5 }, module: "keras.regularizers" },
    };
    expect(refusedBy(() => from(config, "tf-2.1-v1"))).toEqual(
      valueError(
        "argument",
        'Unknown regularizer: gamma_regularizer must be l1, l2, L1L2, l1_l2, {class_name, config}, a function or null. Received: gamma_regularizer={"class_name":"L2","config":{"l2":0.5},"module":"keras.regularizers"}',
      ),
    );
    expect(from(config, "tf-2.3-v2").built).toBe(false);
  });

  it("bounds it does not know, if renorm is true", () => {
    const config = { renorm_clipping: { rmax: 2, smax: 1 } };
    expect(from(config).built).toBe(false);
    expect(refusedBy(() => from({ ...config, renorm: true }))).toEqual(
      valueError(
        "renorm-clipping-keys",
        "renorm_clipping must be a table with no keys but rmax, rmin, dmax. Received: renorm_clipping with the keys rmax, smax",
      ),
    );
  });
});
