import { expect, it } from "vitest";
import { roundingOf, unrounded } from "@/engine/core/rounding";

it.each([
  ["float16", 0.0999755859375],
  ["float32", 0.10000000149011612],
  ["float64", 0.1],
] as const)("a %s result of 0.1 is kept as %d", (dtype, kept) => {
  expect(roundingOf(dtype)(0.1)).toBe(kept);
});

it("float64 is exactly the rounding that loses nothing, which the kernels know by identity", () => {
  expect(roundingOf("float64")).toBe(unrounded);
  expect([-0, 5e-324, 1e308, Infinity].map(unrounded)).toEqual([-0, 5e-324, 1e308, Infinity]);
});

it.each([
  ["float16", 65520],
  ["float32", 3.5e38],
] as const)("a %s result of %d overflows to infinity, with its sign", (dtype, value) => {
  expect([value, -value].map(roundingOf(dtype))).toEqual([Infinity, -Infinity]);
});
