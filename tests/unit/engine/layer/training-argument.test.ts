import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { CallOptions } from "@/engine";
import { refusedBy } from "../support/refused";
import { float32, stateOf } from "../support/tensors";

const x = float32([2, 1], [0, 2]);

describe("the training argument", () => {
  it.each<[CallOptions["training"], string]>([
    [true, "training"],
    [1, "training"],
    [2, "training"],
    [-1, "training"],
    [false, "inference"],
    [0, "inference"],
    [null, "inference"],
  ])("%s means %s", (training = null, mode) => {
    const layer = new BatchNormalization();
    layer.build([2, 1]);
    const before = stateOf(layer);
    expect(layer.trace(x, { training }).mode).toBe(mode);
    if (mode === "training") expect(stateOf(layer)).not.toEqual(before);
    else expect(stateOf(layer)).toEqual(before);
  });

  it("left out, or undefined, means inference", () => {
    const layer = new BatchNormalization();
    expect(layer.trace(x).mode).toBe("inference");
    expect(layer.trace(x, {}).mode).toBe("inference");
    expect(layer.trace(x, { training: undefined } as never).mode).toBe("inference");
  });

  it.each([
    ["yes", '"yes"'],
    [0.5, "0.5"],
    [Number.NaN, "NaN"],
    [[true], "[true]"],
  ])("%j is refused before anything is built or changed", (training, shown) => {
    const layer = new BatchNormalization();
    expect(refusedBy(() => layer.call(x, { training: training as never }))).toEqual({
      code: "argument",
      kind: "TypeError",
      message: `training must be a bool, an int or null (it becomes the pred of a condition). Received: training=${shown}`,
    });
    expect(layer.built).toBe(false);
  });
});
