import { describe, expect, it } from "vitest";
import { tensor } from "@/engine";
import { readNumbers, readResult } from "@/engine/keras-object/numbers";
import { refusedBy } from "../support/refused";

describe("numbers", () => {
  it.each([
    ["a number", 2.5, [], [2.5]],
    ["a list", [1, 2], [2], [1, 2]],
    [
      "nested lists",
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [2, 3],
      [1, 2, 3, 4, 5, 6],
    ],
    ["an empty list", [], [0], []],
    ["a Float32Array", Float32Array.of(1, 2), [2], [1, 2]],
    ["an Int8Array", Int8Array.of(-1), [1], [-1]],
    ["typed arrays in a list", [Float64Array.of(1, 2), [3, 4]], [2, 2], [1, 2, 3, 4]],
    ["a tensor", tensor([[1], [2]]), [2, 1], [1, 2]],
    ["flat data with a shape", { data: [1, 2], shape: [1, 2] }, [1, 2], [1, 2]],
  ])("are read from %s", (_, given, shape, data) => {
    const numbers = readNumbers(given);
    expect(numbers?.shape).toEqual(shape);
    expect(Array.from(numbers?.data ?? [Number.NaN])).toEqual(data);
  });

  it.each([
    ["ragged lists", [[1, 2], [3]]],
    ["a list at two depths", [1, [2]]],
    ["text", "12"],
    ["a list of text", ["1"]],
    ["null", null],
    ["undefined", undefined],
    ["a list with a hole", [1, undefined]],
    ["64-bit integers", BigInt64Array.of(1n)],
    ["a view without elements", new DataView(new ArrayBuffer(8))],
    ["an object", { length: 1, 0: 1 }],
    ["a tensor that is not full", { data: [1, 2, 3], shape: [2, 2] }],
    ["a tensor with a shape that is none", { data: [1], shape: ["1"] }],
    ["data that are none", { data: "12", shape: [2] }],
  ])("are not read from %s", (_, given) => {
    expect(readNumbers(given)).toBeNull();
  });

  it("are copied", () => {
    const given = Float64Array.of(1, 2);
    const numbers = readNumbers(given);
    given[0] = 9;
    expect(numbers?.data[0]).toBe(1);
  });
});

describe("a function's result", () => {
  const fills = { scalarFills: true };

  it("fills the shape, as many numbers or one for all", () => {
    expect(Array.from(readResult("f", [[1, 2]], [2], fills))).toEqual([1, 2]);
    expect(Array.from(readResult("f", 4, [2], fills))).toEqual([4, 4]);
    expect(Array.from(readResult("f", 4, [1], { scalarFills: false }))).toEqual([4]);
  });

  it.each([
    [[1, 2], "2 numbers"],
    [[1, 2, 3, 4], "4 numbers"],
    ["zeros", '"zeros"'],
    [undefined, "undefined"],
    [[[1, 2], [3]], "[[1, 2], [3]]"],
  ])("%j is refused for shape [3]", (result, received) => {
    expect(refusedBy(() => readResult("f", result, [3], fills))).toEqual({
      code: "argument",
      kind: "ValueError",
      message: `f must be a function whose result fills a weight of shape [3]. Received: ${received}`,
    });
  });

  it("of one number is refused where it does not fill", () => {
    expect(refusedBy(() => readResult("f", 4, [3], { scalarFills: false })).message).toBe(
      "f must be a function whose result fills a weight of shape [3]. Received: 1 number",
    );
  });
});
