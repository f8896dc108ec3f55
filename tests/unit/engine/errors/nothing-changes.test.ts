import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { CallOptions, LayerOptions, NestedNumbers, ProfileId, Tensor } from "@/engine";
import { profileIds, v2Profiles } from "../laws/problems";
import { refusedBy } from "../support/refused";
import { float32, stateOf } from "../support/tensors";
import type { AnyArguments } from "./layers";

type Inputs = Tensor | NestedNumbers;
const rows = (...shape: number[]): Tensor => {
  const size = shape.reduce((count, n) => count * n, 1);
  return float32(
    shape,
    Array.from({ length: size }, (_, i) => i * i),
  );
};

/** Everything that can be seen of a layer. */
const everything = (layer: BatchNormalization): unknown => ({
  ...{ state: stateOf(layer), names: layer.weights.map(({ name }) => name) },
  ...{ built: layer.built, fused: layer.fused, axis: layer.axis, dtype: layer.dtype },
  ...{ step: layer.step, trainable: layer.trainable, config: layer.getConfig() },
});

interface Failure {
  readonly args?: AnyArguments;
  readonly inputs?: Inputs;
  readonly options?: CallOptions;
  readonly code: string;
  readonly profiles?: readonly ProfileId[];
}

const training = { training: true } as const;
const good = rows(4, 3);
const all = profileIds;
const withAdjustment = all.filter((id) => id !== "tf-1.4");
const keras2: readonly ProfileId[] = ["keras-2-v1", "keras-2-v2"];
const noMask = all.filter((id) => !keras2.includes(id));
/** An adjustment that goes well for the batch of 4 and gives something else for any other. */
const failing =
  (value: unknown) =>
  ([batch]: readonly number[]): unknown =>
    batch === 4 ? [1, 0] : value;

const failures: Readonly<Record<string, Failure>> = {
  "training that is no truth value": { options: { training: 0.5 }, code: "argument" },
  "inputs that are text": { inputs: "x" as never, code: "argument" },
  "ragged inputs": { inputs: [[1], [1, 2]] as never, code: "tensor-ragged" },
  "inputs that hold text": { inputs: [["1"]] as never, code: "tensor-data" },
  "E19 another rank": { inputs: rows(4, 3, 1), code: "inputs-rank" },
  "E19 a single number": { inputs: 3, code: "inputs-rank" },
  "E19 other channels": { inputs: rows(3, 4), code: "inputs-dimension" },
  "E20 in training": {
    args: { virtual_batch_size: 2 },
    inputs: rows(3, 3),
    code: "ghost-divisibility",
  },
  "E20 at inference": {
    args: { virtual_batch_size: 2 },
    inputs: rows(3, 3),
    options: { training: false },
    code: "ghost-divisibility",
    profiles: all.filter((id) => !keras2.includes(id)),
  },
  "E22 no pair": {
    args: { adjustment: failing(3), renorm: true },
    inputs: rows(2, 3),
    code: "adjustment-result",
    profiles: withAdjustment,
  },
  "E22 a part that is no tensor": {
    args: { adjustment: failing([1, "0"]), renorm: true },
    inputs: rows(2, 3),
    code: "adjustment-result",
    profiles: withAdjustment,
  },
  "E22 a scale that does not broadcast": {
    args: { adjustment: failing([[1, 2], 0]), renorm: true },
    inputs: rows(2, 3),
    code: "adjustment-shape",
    profiles: withAdjustment,
  },
  "E22 a bias that does not broadcast": {
    args: { adjustment: failing([1, [1, 2]]), renorm: true },
    inputs: rows(2, 3),
    code: "adjustment-shape",
    profiles: withAdjustment,
  },
  "E27 a mask": {
    options: { ...training, mask: [1, 1, 1, 1] },
    code: "mask-unsupported",
    profiles: noMask,
  },
  "a mask of another shape": {
    options: { ...training, mask: [1, 1] },
    code: "mask-shape",
    profiles: keras2,
  },
  "a mask that is text": {
    options: { ...training, mask: "x" as never },
    code: "argument",
    profiles: keras2,
  },
  "a ragged mask": {
    options: { ...training, mask: [[1], [1, 1]] },
    code: "tensor-ragged",
    profiles: keras2,
  },
  "a schedule with an unknown bound": {
    args: { renorm: true, renorm_clipping: (step: number) => (step < 1 ? {} : { smax: 1 }) },
    code: "renorm-clipping-keys",
  },
  "a schedule with a bound of text": {
    args: { renorm: true, renorm_clipping: { rmax: (step: number) => (step < 1 ? 1 : "1") } },
    code: "renorm-clipping-value",
  },
};

const firstFailures: Readonly<Record<string, Failure>> = {
  "E10 rank 0": { inputs: 3, code: "rank-undefined" },
  E11: { args: { axis: 2 }, code: "axis-range" },
  E12: { args: { axis: [1, -1] }, code: "axis-duplicate" },
  E13: { args: { virtual_batch_size: 0 }, code: "virtual-batch-size" },
  E14: { args: { virtual_batch_size: 2, axis: 0 }, code: "virtual-batch-axis" },
  E15: {
    args: { virtual_batch_size: 2, adjustment: { scale: 0, bias: 0 } },
    code: "virtual-batch-adjustment",
    profiles: withAdjustment,
  },
  E16: { args: { fused: true, axis: 1 }, code: "fused-rank", profiles: v2Profiles },
  E17: {
    args: { fused: true, axis: -4 },
    inputs: rows(1, 1, 1, 1),
    code: "fused-axis-unsupported",
    profiles: ["keras-2-v2"],
  },
  "E9 an initializer for another rank": {
    args: { gamma_initializer: "orthogonal" },
    code: "argument",
  },
  "E24 the weights keyword": { args: { weights: [rows(3)] }, code: "weights-count" },
  "E20 on the first call": {
    args: { virtual_batch_size: 3 },
    code: "ghost-divisibility",
  },
  "E22 on the first call": {
    args: { adjustment: () => null },
    code: "adjustment-result",
    profiles: withAdjustment,
  },
  "E27 on the first call": {
    options: { ...training, mask: [1] },
    code: "mask-unsupported",
    profiles: noMask,
  },
};

const make = (args: AnyArguments, options: LayerOptions): BatchNormalization =>
  new BatchNormalization(args, { onWarning: () => undefined, ...options });

const methods = ["call", "trace"] as const;

describe.each(Object.entries(failures))("%s", (_, failure) => {
  const { args = {}, inputs = good, options = training, code, profiles = all } = failure;

  it("changes nothing of a trained layer, which goes on as if it had not been asked", () => {
    for (const profile of profiles) {
      for (const method of methods) {
        const layer = make(args, { profile });
        layer.call(good, training);
        const before = everything(layer);
        expect(refusedBy(() => layer[method](inputs, options)).code, profile).toBe(code);
        expect(everything(layer)).toEqual(before);
        expect(layer.call(good, { training: false }).shape).toEqual([4, 3]);
        expect(everything(layer)).toEqual(before);
      }
    }
  });
});

describe.each(Object.entries(firstFailures))("%s", (_, failure) => {
  const { args = {}, inputs = good, options = training, code, profiles = all } = failure;

  it("leaves a new layer unbuilt, without weights and with its arguments as given", () => {
    for (const profile of profiles) {
      for (const method of methods) {
        const layer = make(args, { profile });
        const before = everything(layer);
        expect(refusedBy(() => layer[method](inputs, options)).code, profile).toBe(code);
        expect(everything(layer)).toEqual(before);
        expect(layer.built).toBe(false);
      }
    }
  });
});

describe("an exception that is not the engine's own", () => {
  class Mine extends Error {}
  const thrower = (): never => {
    throw new Mine();
  };

  it.each<[string, AnyArguments, CallOptions, LayerOptions]>([
    ["adjustment", { adjustment: thrower }, training, {}],
    ["renorm_clipping", { renorm: true, renorm_clipping: thrower }, training, {}],
    ["a bound", { renorm: true, renorm_clipping: { rmax: thrower } }, training, {}],
    ["an initializer", { gamma_initializer: thrower }, training, {}],
    [
      "the listener of warnings",
      { fused: null },
      { ...training, mask: [[[1]]] },
      { onWarning: thrower },
    ],
  ])("thrown by %s passes through, and the layer stays as it was", (...row) => {
    const [, args, options, layerOptions] = row;
    const layer = new BatchNormalization(args, layerOptions);
    const inputs = args["fused"] === null ? rows(1, 1, 1, 1) : good;
    expect(() => layer.call(inputs, options)).toThrow(Mine);
    expect([layer.built, layer.weights, layer.step]).toEqual([false, [], 0]);
  });
});

it("a dtype taken from the first inputs is not kept when their call fails", () => {
  for (const profile of ["tf-1.14-v2", "tf-1.15-v2", "tf-2.3-layers"] as const) {
    const layer = make({ virtual_batch_size: 2 }, { profile });
    const odd = { ...rows(3, 1), dtype: "float64" as const, data: Float64Array.of(1, 2, 3) };
    expect(refusedBy(() => layer.call(odd, training)).code).toBe("ghost-divisibility");
    expect(layer.dtype).toBe("float32");
    expect(layer.call(rows(2, 1), training).dtype).toBe("float32");
  }
});

it("a gradient for another shape is a ValueError and changes nothing", () => {
  for (const profile of all) {
    const layer = make({}, { profile });
    const trace = layer.trace(good, training);
    const before = everything(layer);
    for (const [dy, shown] of [
      [rows(3, 4), "[3, 4]"],
      [rows(4, 3, 1), "[4, 3, 1]"],
    ] as const) {
      expect(refusedBy(() => trace.vjp(dy))).toEqual({
        code: "vjp-shape",
        kind: "ValueError",
        message: `dy must be shaped as the outputs, [4, 3]. Received: dy.shape=${shown}`,
      });
    }
    expect(everything(layer)).toEqual(before);
    expect(trace.vjp(good).inputs.shape).toEqual([4, 3]);
  }
});

it.each([-1, 1.5, Number.NaN, Infinity])("step = %d is a ValueError and keeps the step", (step) => {
  const layer = make({}, {});
  layer.call(good, training);
  expect(refusedBy(() => (layer.step = step))).toEqual({
    code: "step",
    kind: "ValueError",
    message: `step must be an integer of at least 0. Received: step=${step}`,
  });
  expect(layer.step).toBe(1);
});

it("trainable = null is a TypeError and keeps what it was", () => {
  const layer = make({ trainable: false }, {});
  expect(refusedBy(() => (layer.trainable = null as never))).toEqual({
    code: "argument",
    kind: "TypeError",
    message: "trainable must be true or false. Received: trainable=null",
  });
  expect(layer.trainable).toBe(false);
});
