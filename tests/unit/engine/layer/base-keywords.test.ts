import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { baseKeywordsOf, isBaseKeyword, itemsOf } from "@/engine/layer/base-keywords";
import { refusedBy } from "../support/refused";
import { float32, stateOf, weightOf } from "../support/tensors";

const vector = (...values: number[]): ReturnType<typeof float32> =>
  float32([values.length], values);

describe("the keywords of every layer", () => {
  it("are six, and no argument of this layer is one of them", () => {
    const names = [
      "batch_input_shape",
      "input_shape",
      "batch_size",
      "weights",
      "dynamic",
      "activity_regularizer",
    ];
    expect(names.map(isBaseKeyword)).not.toContain(false);
    expect(["name", "dtype", "trainable", "toString", ""].map(isBaseKeyword)).not.toContain(true);
  });

  it("are all optional", () => {
    expect(baseKeywordsOf({})).toEqual({
      activityRegularizer: null,
      batchInputShape: undefined,
      weights: undefined,
      dynamic: false,
    });
  });

  it.each<[string, Record<string, unknown>, (number | null)[]]>([
    ["input_shape", { input_shape: [3] }, [null, 3]],
    ["input_shape with unknown sizes", { input_shape: [null, 3] }, [null, null, 3]],
    ["input_shape and batch_size", { input_shape: [3], batch_size: 8 }, [8, 3]],
    ["an empty input_shape", { input_shape: [] }, [null]],
    ["batch_input_shape", { batch_input_shape: [5, 3] }, [5, 3]],
    ["both, of which the whole one wins", { batch_input_shape: [5, 3], input_shape: [7] }, [5, 3]],
    ["a tuple", { input_shape: { class_name: "__tuple__", items: [2, 3] } }, [null, 2, 3]],
  ])("%s give the shape of the inputs with the batch first", (_, given, shape) => {
    expect(baseKeywordsOf(given).batchInputShape).toEqual(shape);
    expect(new BatchNormalization(given).getConfig()["batch_input_shape"]).toEqual(shape);
  });

  it.each([
    ["input_shape", 3, "3"],
    ["input_shape", [-1], "[-1]"],
    ["batch_input_shape", [null, "3"], '[null, "3"]'],
    ["batch_input_shape", [1.5], "[1.5]"],
  ])("%s=%j is refused", (name, value, shown) => {
    expect(refusedBy(() => baseKeywordsOf({ [name]: value }))).toEqual({
      code: "argument",
      kind: "TypeError",
      message: `${name} must be a list of sizes, each an integer of at least 0 or null. Received: ${name}=${shown}`,
    });
  });

  it.each([
    [-1, "-1"],
    ["8", '"8"'],
  ])("batch_size=%j is refused", (value, shown) => {
    expect(refusedBy(() => baseKeywordsOf({ batch_size: value }))).toEqual({
      code: "argument",
      kind: "TypeError",
      message: `batch_size must be an integer of at least 0 or null. Received: batch_size=${shown}`,
    });
  });

  it("null means not given", () => {
    const nulls = { batch_input_shape: null, input_shape: null, batch_size: null, weights: null };
    expect(() => new BatchNormalization(nulls as never).build([null, 2])).not.toThrow();
  });
});

describe("a value that JSON writes as a tuple", () => {
  it("stands for its items, and any other value for itself", () => {
    expect(itemsOf({ class_name: "__tuple__", items: [1, 2] })).toEqual([1, 2]);
    for (const value of [3, null, undefined, [1], { class_name: "Zeros" }, { items: [1] }]) {
      expect(itemsOf(value)).toBe(value);
    }
  });
});

describe("the keyword weights", () => {
  const given = [vector(1, 2), vector(3, 4), vector(5, 6), vector(7, 8)];

  it("sets all weights right after the first build, in the order of getWeights", () => {
    const layer = new BatchNormalization({ weights: given });
    expect(layer.weights).toEqual([]);
    layer.build([null, 2]);
    expect(layer.getWeights()).toEqual(given);
  });

  it("sets them before the first call", () => {
    const layer = new BatchNormalization({ weights: given, momentum: 0.5 });
    layer.call([[1, 10]], { training: true });
    expect(weightOf(layer, "moving_mean")).toEqual([3, 8]);
  });

  it("does so once: building again keeps what the layer has learnt", () => {
    const layer = new BatchNormalization({ weights: given });
    layer.call([[1, 10]], { training: true });
    const before = stateOf(layer);
    layer.build([null, 2]);
    expect(stateOf(layer)).toEqual(before);
  });

  it("is refused at the build where it does not fit, and leaves the layer unbuilt", () => {
    const short = new BatchNormalization({ weights: given.slice(1) });
    expect(refusedBy(() => short.build([null, 2]))).toEqual({
      code: "weights-count",
      kind: "ValueError",
      message:
        "weights must be a weight list of length 4 (gamma, beta, moving_mean, moving_variance). Received: a weight list of length 3",
    });
    const narrow = new BatchNormalization({ weights: given });
    expect(refusedBy(() => narrow.build([null, 3])).message).toBe(
      "gamma must have weight shape [3]. Received: weight shape [2]",
    );
    expect([short.built, narrow.built]).toEqual([false, false]);
  });

  it("is not part of the configuration", () => {
    expect(new BatchNormalization({ weights: given }).getConfig()).toEqual(
      new BatchNormalization().getConfig(),
    );
  });
});

it("dynamic is written only where it is true", () => {
  expect(new BatchNormalization({ dynamic: true }).getConfig()["dynamic"]).toBe(true);
  expect("dynamic" in new BatchNormalization({ dynamic: false }).getConfig()).toBe(false);
});

it("dynamic is no keyword yet in TensorFlow 1.4", () => {
  const make = (): unknown => new BatchNormalization({ dynamic: true }, { profile: "tf-1.4" });
  expect(refusedBy(make)).toEqual({
    code: "argument-unknown",
    kind: "TypeError",
    message: "Keyword argument not understood: dynamic. Received: dynamic=true",
  });
});

it("activity_regularizer is kept out of configurations, and said to be", () => {
  const layer = new BatchNormalization(
    { activity_regularizer: "l2" },
    { onWarning: () => undefined },
  );
  expect(layer.getConfig()).not.toHaveProperty("activity_regularizer");
  expect(layer.configOmissions).toEqual([
    { argument: "activity_regularizer", reason: "Keras does not write the base layer's penalty" },
  ]);
});
