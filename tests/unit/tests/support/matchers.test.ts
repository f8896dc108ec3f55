import { describe, expect, test } from "vitest";
import { compare } from "@/tests/support/close";

const exact = {};

/** The message of the failing assertion, or what shows that it did not fail. */
function messageOf(assertion: () => unknown): string {
  try {
    assertion();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "did not fail";
}

describe("toBeAllClose accepts", () => {
  test("equal numbers without any tolerance", () => {
    expect([1, 2, 3]).toBeAllClose([1, 2, 3], exact);
  });
  test("a typed array against a plain one, and nested lists", () => {
    expect(Float64Array.of(1, 2)).toBeAllClose([1, 2], exact);
    expect([Float32Array.of(0.5), [1, [2]]]).toBeAllClose([[0.5], [1, [2]]], exact);
    expect([]).toBeAllClose([], exact);
    expect(1).toBeAllClose(1 + 1e-12, { relative: 1e-9 });
  });
  test("NaN for NaN, an infinity for the same infinity, 0 for -0", () => {
    expect([NaN, Infinity, -Infinity, 0]).toBeAllClose([NaN, Infinity, -Infinity, -0], exact);
  });
  test("an error of exactly the absolute tolerance", () => {
    expect([1.5]).toBeAllClose([1], { absolute: 0.5 });
  });
  test("an error within the relative tolerance of the expected value", () => {
    expect([99]).toBeAllClose([100], { relative: 0.01 });
    expect([-99]).toBeAllClose([-100], { relative: 0.01 });
  });
  test("the sum of both tolerances", () => {
    expect([102]).toBeAllClose([100], { relative: 0.01, absolute: 1 });
  });
});

describe("toBeAllClose rejects", () => {
  test.each<[string, number, number]>([
    ["a difference", 1, 2],
    ["NaN where a number is expected", NaN, 1],
    ["a number where NaN is expected", 1, NaN],
    ["Infinity where a number is expected", Infinity, 1],
    ["a number where Infinity is expected", 1, Infinity],
    ["the other infinity", -Infinity, Infinity],
  ])("%s", (_name, actual, expected) => {
    const tolerance = { relative: 1e-3, absolute: 1e-3 };
    expect(messageOf(() => expect([actual]).toBeAllClose([expected], tolerance))).toContain(
      "1 of 1 numbers are not close",
    );
    expect([actual]).not.toBeAllClose([expected], tolerance);
  });
  test("an error just above each tolerance", () => {
    expect([1.5000001]).not.toBeAllClose([1], { absolute: 0.5 });
    expect([98.9999]).not.toBeAllClose([100], { relative: 0.01 });
    expect([1e-300]).not.toBeAllClose([0], { relative: 0.5 });
  });
  test("any difference when no tolerance is given", () => {
    expect([1 + Number.EPSILON]).not.toBeAllClose([1], exact);
  });
  test("close numbers under .not", () => {
    expect(messageOf(() => expect([1]).not.toBeAllClose([1], exact))).toContain(
      "all 1 numbers are close",
    );
  });
});

describe("toBeAllClose reports", () => {
  test("the index, both values and the size of the worst error", () => {
    const actual = [
      [1, 2],
      [3.1, 14],
    ];
    const expected = [
      [1, 2],
      [3, 10],
    ];
    const message = messageOf(() => expect(actual).toBeAllClose(expected, { relative: 0.01 }));
    expect(message).toContain("2 of 4 numbers are not close (relative 0.01, absolute 0)");
    expect(message).toContain("worst at [1][1]:");
    expect(message).toMatch(/actual +14\n +expected +10\n/);
    expect(message).toContain("error     4.000e+0 (relative 4.000e-1), 40.0 times what is allowed");
  });
  test("the worst error in units of the tolerance, not the largest difference", () => {
    const { worst } = compare([0.2, 1001], [0.1, 1000], { relative: 0.01 });
    expect(worst.index).toBe("[0]");
  });
});

describe("shapes that differ fail, with and without .not", () => {
  test.each<[string, unknown, number[] | number[][], string]>([
    ["shorter", [1], [1, 2], "the whole value: length 1 where length 2"],
    ["longer", [1, 2, 3], [1, 2], "the whole value: length 3 where length 2"],
    ["ragged", [[1], [1, 2]], [[1], [2]], "[1]: length 2 where length 1"],
    ["flat", [1, 2], [[1], [2]], "[0]: number where a list"],
    ["a missing value", [undefined], [1], "[0]: undefined where number"],
    ["null", null, [1], "the whole value: null where a list"],
    ["text", "1", [1], "the whole value: string where a list"],
    ["a bigint array", BigInt64Array.of(1n), [1], "[0]: bigint where number"],
  ])("%s", (_name, actual, expected, message) => {
    const anything = { absolute: 1e9 };
    expect(messageOf(() => expect(actual).toBeAllClose(expected, anything))).toContain(message);
    expect(messageOf(() => expect(actual).not.toBeAllClose(expected, anything))).toContain(message);
  });
});

test.each([-1, NaN, Infinity])("%d is refused as a tolerance", (limit) => {
  expect(() => expect([1]).toBeAllClose([1], { relative: limit })).toThrow(RangeError);
  expect(() => expect([1]).not.toBeAllClose([2], { absolute: limit })).toThrow(RangeError);
});
