import { describe, expect, it } from "vitest";
import type { ProfileId } from "@/engine";
import { profileIds, v1Profiles, v2Profiles } from "../laws/problems";
import { refusedBy } from "../support/refused";
import type { Refused } from "../support/refused";
import { float32 } from "../support/tensors";
import { make, typeError, valueError } from "./layers";

const zeros = (...shape: number[]): ReturnType<typeof float32> =>
  float32(shape, new Array<number>(shape.reduce((size, n) => size * n, 1)).fill(0));

describe("E19: later inputs that do not fit what the layer was built for", () => {
  const rank = (expected: number, found: number, shown: string): Refused =>
    valueError(
      "inputs-rank",
      `inputs must have the rank the layer was built for: expected ndim=${expected}, found ndim=${found}. Received: inputs.shape=${shown}`,
    );
  const channels = (axis: number, value: number, shown: string): Refused =>
    valueError(
      "inputs-dimension",
      `inputs must have the channels the layer was built for: expected axis ${axis} of input shape to have value ${value}. Received: inputs.shape=${shown}`,
    );

  it.each<[number | readonly number[], number[], number[], Refused]>([
    [-1, [2, 3], [2, 3, 1], rank(2, 3, "[2, 3, 1]")],
    [-1, [2, 3], [3], rank(2, 1, "[3]")],
    [-1, [2, 3], [2, 4], channels(1, 3, "[2, 4]")],
    [1, [2, 3, 4], [2, 4, 3], channels(1, 3, "[2, 4, 3]")],
    [[-1, 1], [2, 3, 4], [2, 5, 4], channels(1, 3, "[2, 5, 4]")],
    [[-1, 1], [2, 3, 4], [2, 5, 5], channels(2, 4, "[2, 5, 5]")],
    [0, [2, 3], [3, 3], channels(0, 2, "[3, 3]")],
  ])("axis %j, built for %j, called with %j", (axis, built, called, refused) => {
    for (const profile of profileIds) {
      for (const training of [true, false]) {
        const layer = make({ axis }, profile);
        layer.call(zeros(...built), { training });
        expect(refusedBy(() => layer.call(zeros(...called), { training }))).toEqual(refused);
        expect(refusedBy(() => layer.trace(zeros(...called), { training }))).toEqual(refused);
      }
    }
  });

  it("with ghost batches names the axis of the inputs, not the shifted one", () => {
    const layer = make({ virtual_batch_size: 2 });
    layer.build([2, 3]);
    expect(refusedBy(() => layer.call(zeros(2, 4)))).toEqual(channels(1, 3, "[2, 4]"));
  });

  it("other sizes may change", () => {
    const layer = make({ axis: 1 });
    layer.call(zeros(2, 3, 4));
    expect(layer.call(zeros(5, 3, 1)).shape).toEqual([5, 3, 1]);
  });
});

describe("E20: a batch that virtual_batch_size does not divide", () => {
  const refusal = (batch: number): Refused =>
    valueError(
      "ghost-divisibility",
      `inputs must have a batch size that is a multiple of virtual_batch_size, 2 (Reshape to ghost batches). Received: a batch size of ${batch}`,
    );
  const dividesInference = profileIds.filter((id) => !id.startsWith("keras-2"));

  it("is refused in training in every version", () => {
    for (const profile of profileIds) {
      for (const batch of [1, 3]) {
        const layer = make({ virtual_batch_size: 2 }, profile);
        layer.build([null, 3]);
        expect(refusedBy(() => layer.call(zeros(batch, 3), { training: true }))).toEqual(
          refusal(batch),
        );
      }
    }
  });

  it("is refused at inference up to 2.10, and not in the latest Keras 2", () => {
    for (const profile of profileIds) {
      const layer = make({ virtual_batch_size: 2 }, profile);
      layer.build([null, 3]);
      if (dividesInference.includes(profile)) {
        expect(refusedBy(() => layer.call(zeros(3, 3)))).toEqual(refusal(3));
      } else {
        expect(layer.call(zeros(3, 3)).shape).toEqual([3, 3]);
      }
    }
  });

  it("is so for a frozen layer: V2 in training mode infers, V1 does not", () => {
    const args = { virtual_batch_size: 2, trainable: false };
    expect(make(args, "keras-2-v2").call(zeros(3, 3), { training: true }).shape).toEqual([3, 3]);
    expect(refusedBy(() => make(args, "keras-2-v1").call(zeros(3, 3), { training: true }))).toEqual(
      refusal(3),
    );
  });
});

describe("E21: training that is no truth value", () => {
  const refusal = (rule: string, shown: string): Refused =>
    typeError("argument", `training must be ${rule}. Received: training=${shown}`);
  const anyInteger = "a bool, an int or null (it becomes the pred of a condition)";
  const zeroOrOne = "a bool, 0, 1 or null in this version (it becomes the pred of a condition)";
  const onlyBool = "a bool or null in this version (it becomes the pred of a condition)";
  const call = (training: unknown, profile: ProfileId): unknown =>
    make({}, profile).call([[1]], { training: training as never });

  it.each([
    ["yes", '"yes"'],
    ["true", '"true"'],
    [0.5, "0.5"],
    [Number.NaN, "NaN"],
    [Infinity, "Infinity"],
    [[true], "[true]"],
    [{}, "{}"],
  ])("%j is refused in every version", (training, shown) => {
    for (const profile of profileIds) {
      expect(refusedBy(() => call(training, profile))).toEqual(refusal(anyInteger, shown));
    }
  });

  it.each([2, -1, 100])(
    "%i trains in V2; V1 takes 0 and 1 only, TensorFlow 1.4 no integer",
    (n) => {
      for (const profile of v2Profiles) {
        expect(make({}, profile).trace([[1]], { training: n }).mode).toBe("training");
      }
      for (const profile of v1Profiles) {
        const rule = profile === "tf-1.4" ? onlyBool : zeroOrOne;
        expect(refusedBy(() => call(n, profile))).toEqual(refusal(rule, String(n)));
      }
    },
  );

  it.each([0, 1])("%i is a bool, but not in TensorFlow 1.4", (n) => {
    for (const profile of profileIds) {
      if (profile === "tf-1.4") {
        expect(refusedBy(() => call(n, profile))).toEqual(refusal(onlyBool, String(n)));
      } else {
        const { mode } = make({}, profile).trace([[1]], { training: n });
        expect(mode).toBe(n === 1 ? "training" : "inference");
      }
    }
  });

  it("comes before every other complaint of the call", () => {
    const layer = make({ axis: 9 });
    expect(refusedBy(() => layer.call("x" as never, { training: "y" as never }))).toEqual(
      refusal(anyInteger, '"y"'),
    );
  });
});

describe("E22: an adjustment's result", () => {
  const pair = (shown: string): Refused =>
    typeError(
      "adjustment-result",
      `adjustment must be a function that returns a pair of tensors, scale and bias. Received: ${shown}`,
    );
  const shape = (part: string, shown: string): Refused =>
    valueError(
      "adjustment-shape",
      `adjustment must be a function whose ${part} broadcasts to the inputs, [2, 3], aligned at the last axis. Received: ${part}.shape=${shown}`,
    );
  const withAdjustment = profileIds.filter((id) => id !== "tf-1.4");

  it.each<[string, () => unknown, Refused]>([
    ["undefined", () => undefined, pair("adjustment(shape)=undefined")],
    ["null", () => null, pair("adjustment(shape)=null")],
    ["one number", () => 1, pair("adjustment(shape)=1")],
    ["one of two", () => [1], pair("adjustment(shape)=[1]")],
    ["three", () => [1, 0, 0], pair("adjustment(shape)=[1, 0, 0]")],
    ["an object", () => ({ scale: 1, bias: 0 }), pair('adjustment(shape)={"scale":1,"bias":0}')],
    ["a scale that is text", () => ["1", 0], pair('scale="1"')],
    ["a scale that is null", () => [null, 0], pair("scale=null")],
    ["a bias that is null", () => [1, null], pair("bias=null")],
    ["a bias that is a truth value", () => [1, true], pair("bias=true")],
    ["a scale of another size", () => [[1, 2], 0], shape("scale", "[2]")],
    ["a bias of another size", () => [1, [[0], [0], [0]]], shape("bias", "[3, 1]")],
    ["a scale of a higher rank", () => [[[[1]]], 0], shape("scale", "[1, 1, 1]")],
    ["a vector for the first axis", () => [1, float32([2], [0, 0])], shape("bias", "[2]")],
  ])("%s is refused in training, and not asked for at inference", (_, adjustment, refused) => {
    for (const profile of withAdjustment) {
      const layer = make({ adjustment }, profile);
      layer.call(zeros(2, 3));
      expect(refusedBy(() => layer.call(zeros(2, 3), { training: true }))).toEqual(refused);
      expect(layer.call(zeros(2, 3), { training: false }).shape).toEqual([2, 3]);
    }
  });

  it("its function is given a copy of the inputs' shape, once per training call", () => {
    const shapes: unknown[] = [];
    const adjustment = (given: number[]): readonly [number, number] => {
      shapes.push([...given]);
      given.length = 0;
      return [1, 0];
    };
    const layer = make({ adjustment });
    const x = zeros(4, 3);
    layer.call(x, { training: true });
    layer.call(x);
    expect(layer.call(x, { training: true }).shape).toEqual([4, 3]);
    expect(shapes).toEqual([
      [4, 3],
      [4, 3],
    ]);
  });
});

describe("inputs that are no tensor", () => {
  it.each([
    ["text", '"text"'],
    [true, "true"],
    [null, "null"],
    [undefined, "undefined"],
  ])("%j are refused", (inputs, shown) => {
    for (const profile of profileIds) {
      expect(refusedBy(() => make({}, profile).call(inputs as never))).toEqual(
        typeError(
          "argument",
          `inputs must be a tensor, or nested lists of numbers. Received: inputs=${shown}`,
        ),
      );
    }
  });

  it.each([
    ["too few", { data: new Float32Array(3) }, "3"],
    ["too many", { data: new Float32Array(5) }, "5"],
    ["no", {}, "no"],
  ])("nor are tensors of the caller's own making with %s data", (_, data, shown) => {
    const inputs = { shape: [2, 2], dtype: "float32", ...data };
    for (const profile of profileIds) {
      expect(refusedBy(() => make({}, profile).call(inputs as never))).toEqual(
        valueError(
          "tensor-shape",
          `data must fill its shape: [2, 2] holds 4 values. Received: ${shown} values`,
        ),
      );
    }
  });

  it("ragged lists are refused, and a single number has no axis to normalize", () => {
    expect(refusedBy(() => make({}).call([[1, 2], [3]]))).toEqual(
      valueError(
        "tensor-ragged",
        "nested lists must have equal lengths at every depth: expected 2 items at depth 1. Received: a list of 1",
      ),
    );
    expect(refusedBy(() => make({}).call(3)).code).toBe("rank-undefined");
  });
});
