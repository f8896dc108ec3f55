import { describe, expect, it } from "vitest";
import { tensor } from "@/engine";
import { allocate, store } from "@/engine/tensor/tensor";

describe("a tensor made from nested lists", () => {
  it("has their shape, row-major data and dtype float32", () => {
    const made = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(made).toEqual({
      shape: [2, 3],
      dtype: "float32",
      data: Float32Array.of(1, 2, 3, 4, 5, 6),
    });
  });

  it.each([
    ["a number", 7, [], [7]],
    ["an empty list", [], [0], []],
    ["empty rows", [[], []], [2, 0], []],
    ["one element at depth four", [[[[9]]]], [1, 1, 1, 1], [9]],
  ])("made from %s has the matching shape", (_, values, shape, data) => {
    expect(tensor(values, { dtype: "float64" })).toEqual({
      shape,
      dtype: "float64",
      data: Float64Array.from(data),
    });
  });

  it("keeps NaN, the infinities and the sign of zero", () => {
    const { data } = tensor([Number.NaN, Infinity, -Infinity, -0]);
    expect(Array.from(data)).toEqual([Number.NaN, Infinity, -Infinity, -0]);
  });

  it("can be given another shape of the same size", () => {
    expect(tensor([1, 2, 3, 4], { shape: [2, 2] }).shape).toEqual([2, 2]);
  });
});

describe("a tensor made from flat data", () => {
  it("takes the given shape, or is a vector", () => {
    const data = Float64Array.of(1, 2, 3, 4, 5, 6);
    expect(tensor(data, { shape: [1, 3, 2] }).shape).toEqual([1, 3, 2]);
    expect(tensor(data).shape).toEqual([6]);
  });

  it("is float32 unless float64 is asked for, whatever the data is", () => {
    expect(tensor(Float64Array.of(1)).dtype).toBe("float32");
    expect(tensor(Float32Array.of(1), { dtype: "float64" }).dtype).toBe("float64");
  });

  it("copies the data and the shape", () => {
    const data = Float32Array.of(1, 2);
    const shape = [2, 1];
    const made = tensor(data, { shape });
    data.fill(9);
    shape[0] = 9;
    expect(made).toEqual({ shape: [2, 1], dtype: "float32", data: Float32Array.of(1, 2) });
  });
});

describe("storage", () => {
  it("of float32 rounds to the nearest float32, ties to even", () => {
    const halfway = [16777217, 16777219, 1 + 2 ** -24, 0.1, 1e39, 1e-46];
    expect(Array.from(store("float32", halfway))).toEqual([
      16777216,
      16777220,
      1,
      0.10000000149011612,
      Infinity,
      0,
    ]);
  });

  it("of float64 keeps every bit", () => {
    const values = [0.1, 16777217, 5e-324];
    expect(Array.from(store("float64", values))).toEqual(values);
  });

  it("is allocated as zeros of the dtype", () => {
    expect(allocate("float32", 2)).toEqual(Float32Array.of(0, 0));
    expect(allocate("float64", 1)).toEqual(Float64Array.of(0));
  });
});
