import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments } from "@/engine";
import type { PartialShape } from "@/engine/tensor/shape";
import { refusedBy } from "../support/refused";
import type { Refused } from "../support/refused";
import { float32 } from "../support/tensors";

describe("building", () => {
  it("resolves the axis and shapes the parameters, with sizes unknown elsewhere", () => {
    const layer = new BatchNormalization({ axis: [-1, 1] });
    expect(layer.axis).toEqual([-1, 1]);
    layer.build([null, 2, null, 3]);
    expect(layer.built).toBe(true);
    expect(layer.axis).toEqual([3, 1]);
    expect(layer.getWeights()[0]!.shape).toEqual([1, 2, 1, 3]);
  });

  it("turns one axis into a list of one", () => {
    const layer = new BatchNormalization();
    expect(layer.axis).toBe(-1);
    layer.build([5, 2, 3]);
    expect(layer.axis).toEqual([2]);
  });

  it("needs no known size at all beside the normalized axis, and accepts any later", () => {
    const layer = new BatchNormalization({ axis: 1 });
    layer.build([null, 2, null]);
    expect(layer.call(float32([1, 2, 3], [1, 2, 3, 4, 5, 6])).shape).toEqual([1, 2, 3]);
    expect(layer.call(float32([3, 2, 1], [1, 2, 3, 4, 5, 6])).shape).toEqual([3, 2, 1]);
  });

  it("happens at the first call when it was not done before", () => {
    const layer = new BatchNormalization();
    layer.call([[1, 2, 3]]);
    expect(layer.built).toBe(true);
    expect(layer.countParams()).toBe(12);
  });
});

describe("building is refused, and leaves the layer unbuilt, when", () => {
  const rank = (shape: string): Refused => ({
    code: "rank-undefined",
    kind: "ValueError",
    message: `inputs must have a known rank of at least 1 (undefined rank). Received: inputs.shape=${shape}`,
  });
  const range = (axis: string): Refused => ({
    code: "axis-range",
    kind: "ValueError",
    message: `Invalid axis: axis must be in [-4, 4) for inputs of rank 4. Received: axis=${axis}`,
  });
  const twice = (axis: string): Refused => ({
    code: "axis-duplicate",
    kind: "ValueError",
    message: `Duplicate axis: axis must name each axis once for inputs of rank 4. Received: axis=${axis}`,
  });
  const unknown = (received: string): Refused => ({
    code: "axis-dimension-undefined",
    kind: "ValueError",
    message: `inputs must have a known size along every normalized axis (undefined \`axis\` dimension). Received: ${received}`,
  });
  const rank4 = [2, 3, 4, 5];
  const unknowns = [null, null, null, null];

  it.each<[string, NonNullable<BatchNormArguments["axis"]>, PartialShape | null, Refused]>([
    ["the rank is unknown", -1, null, rank("null")],
    ["the rank is 0", -1, [], rank("[]")],
    ["axis 4 is out of range", 4, rank4, range("[4]")],
    ["axis -5 is out of range", -5, rank4, range("[-5]")],
    ["one of [1, 4] is", [1, 4], rank4, range("[1, 4]")],
    ["one of [-5, 1] is", [-5, 1], rank4, range("[-5, 1]")],
    ["3 and -1 are one axis", [3, -1], rank4, twice("[3, -1]")],
    ["1 is there twice", [1, 2, 1], rank4, twice("[1, 2, 1]")],
    ["axis 0 has no size", 0, [null, 2, 3], unknown("axis=0, inputs.shape=[null, 2, 3]")],
    [
      "one of two axes has none",
      [1, -1],
      [5, 2, null],
      unknown("axis=2, inputs.shape=[5, 2, null]"),
    ],
    ["a size is unknown, but first the range is wrong", 4, unknowns, range("[4]")],
    ["a size is unknown, but first an axis is doubled", [3, 3], unknowns, twice("[3, 3]")],
  ])("%s", (_, axis, shape, refused) => {
    const layer = new BatchNormalization({ axis });
    expect(refusedBy(() => layer.build(shape))).toEqual(refused);
    expect(layer.built).toBe(false);
    expect(layer.axis).toEqual(axis);
  });

  it("the first inputs are a single number", () => {
    const layer = new BatchNormalization();
    expect(refusedBy(() => layer.call(3))).toEqual(rank("[]"));
    expect(layer.built).toBe(false);
  });
});
