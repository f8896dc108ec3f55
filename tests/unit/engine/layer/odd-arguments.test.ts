import { describe, expect, it } from "vitest";
import { BatchNormalization, sgd, tensor } from "@/engine";
import { refusedBy } from "../support/refused";

describe("a mask", () => {
  const rule =
    "null, a tensor, or nested lists of numbers, shaped as the inputs without their last axis";

  it.each<[unknown, string]>([
    [["x", "y"], '"x"'],
    [[null, 1], "null"],
    [{}, "{}"],
    ["all", '"all"'],
  ])("%j is refused for what in it is no number", (mask, shown) => {
    const layer = new BatchNormalization();
    expect(
      refusedBy(() => layer.call([[1], [2]], { training: true, mask: mask as never })),
    ).toEqual({
      code: "argument",
      kind: "TypeError",
      message: `mask must be ${rule}. Received: mask=${shown}`,
    });
  });
});

describe("what the caller keeps a hold of", () => {
  it("is copied: a list of axes, also in the version that checks it in build", () => {
    const axis = [1];
    const layer = new BatchNormalization({ axis }, { profile: "tf-1.4" });
    axis[0] = 7;
    expect(layer.axis).toEqual([1]);
  });

  it("is copied: a table of bounds", () => {
    const bounds: Record<string, number> = { rmax: 2 };
    const layer = new BatchNormalization({ renorm: true, renorm_clipping: bounds });
    bounds["nonsense"] = 1;
    bounds["rmax"] = 3;
    expect(layer.trace([[1], [9]], { training: true }).renorm?.bounds).toEqual({ rmax: 2 });
  });
});

it("axis is a copy: changing it changes no layer", () => {
  const layer = new BatchNormalization({ axis: [1] });
  (layer.axis as number[]).push(0);
  expect(layer.axis).toEqual([1]);
  layer.build([2, 3]);
  (layer.axis as number[]).push(0);
  expect(layer.axis).toEqual([1]);
});

it("a backend that does not exist is refused", () => {
  expect(refusedBy(() => new BatchNormalization({}, { backend: "gpu" as never }))).toEqual({
    code: "backend",
    kind: "ValueError",
    message: 'backend must be one of wasm, reference. Received: backend="gpu"',
  });
});

it("a gradient of another shape is refused, even of as many numbers, and nothing changes", () => {
  const layer = new BatchNormalization();
  layer.build([null, 2]);
  const before = layer.getWeights();
  const beta = tensor([1, 1]);
  expect(refusedBy(() => sgd().step(layer, { gamma: tensor([[1], [1]]), beta }))).toEqual({
    code: "gradients",
    kind: "ValueError",
    message: "gradients must hold one of shape [2] for gamma. Received: gamma=[2, 1]",
  });
  expect(layer.getWeights()).toEqual(before);
});

describe("bounds", () => {
  it("that are null or undefined bound nothing", () => {
    const clipping = { rmax: null, rmin: undefined, dmax: 1 };
    const layer = new BatchNormalization({ renorm: true, renorm_clipping: clipping });
    expect(layer.trace([[1], [9]], { training: true }).renorm?.bounds).toEqual({ dmax: 1 });
    expect(layer.getConfig()["renorm_clipping"]).toEqual({ rmax: null, dmax: 1 });
  });

  it("from a function that returns one more function are refused", () => {
    const layer = new BatchNormalization({
      renorm: true,
      renorm_clipping: { rmax: (() => () => 1) as never },
    });
    expect(refusedBy(() => layer.call([[1], [2]], { training: true })).code).toBe(
      "renorm-clipping-value",
    );
  });
});

describe("weights", () => {
  it.each([null, 5, "all"])("given as %j are refused", (weights) => {
    const layer = new BatchNormalization();
    layer.build([null, 1]);
    expect(refusedBy(() => layer.setWeights(weights as never))).toEqual({
      code: "weights-list",
      kind: "TypeError",
      message: `weights must be a list of tensors, in the order of getWeights. Received: weights=${JSON.stringify(weights)}`,
    });
  });

  it("may be nested lists", () => {
    const layer = new BatchNormalization();
    layer.build([null, 2]);
    layer.setWeights([
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
    ]);
    layer.assign({ beta: [0, 9] });
    expect(layer.getWeights().map(({ data }) => Array.from(data))).toEqual([
      [1, 2],
      [0, 9],
      [5, 6],
      [7, 8],
    ]);
  });
});

it("dynamic must be a boolean", () => {
  expect(refusedBy(() => new BatchNormalization({ dynamic: "no" as never }))).toEqual({
    code: "argument",
    kind: "TypeError",
    message: 'dynamic must be true or false. Received: dynamic="no"',
  });
});

it("a dtype that no layer has is not adopted from the first inputs", () => {
  const layer = new BatchNormalization({}, { profile: "tf-1.14-v2" });
  const inputs = { shape: [1, 1], dtype: "int32", data: Float32Array.of(3) };
  expect(layer.call(inputs as never).dtype).toBe("float32");
});
