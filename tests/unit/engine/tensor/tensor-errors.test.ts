import { describe, expect, it } from "vitest";
import { residentTensor, tensor } from "@/engine";
import type { DType, NestedNumbers } from "@/engine";
import { refusedBy } from "../support/refused";

it.each([
  ["plain", tensor],
  ["resident", residentTensor],
])("a %s tensor of a dtype that does not exist is refused", (_, make) => {
  expect(refusedBy(() => make([1], { dtype: "int8" as DType }))).toEqual({
    code: "tensor-dtype",
    kind: "ValueError",
    message: 'dtype must be one of float16, float32, float64. Received: dtype="int8"',
  });
});

describe("a tensor is refused with a ValueError when", () => {
  const equalLengths = "nested lists must have equal lengths at every depth: expected";

  it.each<[string, NestedNumbers, string]>([
    ["a row is short", [[1, 2], [3]], `${equalLengths} 2 items at depth 1. Received: a list of 1`],
    ["a row is long", [[1], [2, 3]], `${equalLengths} 1 items at depth 1. Received: a list of 2`],
    ["a number stands for a row", [[1], 2], `${equalLengths} 1 items at depth 1. Received: number`],
    [
      "a deep row is short",
      [[[1, 2]], [[3]]],
      `${equalLengths} 2 items at depth 2. Received: a list of 1`,
    ],
  ])("%s", (_, values, message) => {
    expect(refusedBy(() => tensor(values))).toEqual({
      code: "tensor-ragged",
      kind: "ValueError",
      message,
    });
  });

  it.each([
    ["it holds text", ["1"], "string at depth 1"],
    ["it holds null", [[1, null]], "object at depth 2"],
    ["it holds undefined", [undefined], "undefined at depth 1"],
    ["a list stands for a number", [1, [2]], "a list at depth 1"],
    ["it is a bool", true, "boolean at depth 0"],
  ])("%s", (_, values, found) => {
    expect(refusedBy(() => tensor(values as NestedNumbers))).toEqual({
      code: "tensor-data",
      kind: "ValueError",
      message: `nested lists must hold numbers at one depth. Received: ${found}`,
    });
  });

  it.each([[[-1, -2]], [[1.5]], [[Number.NaN]], [[2, Infinity]]])(
    "its shape is %j",
    (shape: number[]) => {
      expect(refusedBy(() => tensor([1, 2], { shape }))).toEqual({
        code: "tensor-shape",
        kind: "ValueError",
        message: `shape must be a list of non-negative integers. Received: shape=[${shape.join(", ")}]`,
      });
    },
  );

  it("the data does not fill the shape, or overflows it", () => {
    const refused = { code: "tensor-shape", kind: "ValueError" };
    expect(refusedBy(() => tensor([1, 2, 3], { shape: [2, 2] }))).toEqual({
      ...refused,
      message: "data must fill its shape: [2, 2] holds 4 values. Received: 3 values",
    });
    expect(refusedBy(() => tensor(Float64Array.of(1), { shape: [0] }))).toEqual({
      ...refused,
      message: "data must fill its shape: [0] holds 0 values. Received: 1 values",
    });
  });
});
