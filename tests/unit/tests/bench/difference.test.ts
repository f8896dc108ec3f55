import { expect, test } from "vitest";
import { differenceBetween } from "@/tests/bench/kernels/contenders/difference";

const results = (outputs: readonly number[]) => ({ outputs });

test("results that differ in rounding only are the same work", () => {
  expect(differenceBetween(results([1, 200]), results([1.00001, 200.001]))).toBeUndefined();
});

test.each([
  ["another value", [1, 2.1], "outputs differ by 5.0e-2"],
  ["not a number", [NaN, 2], "outputs differ by Infinity"],
  ["another length", [1], "outputs differ by Infinity"],
])("%s is found", (_, found, message) => {
  expect(differenceBetween(results([1, 2]), results(found))).toBe(message);
});

test("a result that is missing is found", () => {
  expect(differenceBetween(results([1]), {})).toBe("outputs differ by Infinity");
});
