import { expect, it } from "vitest";
import { factorText, termText } from "@/components/charts/format/terms";

it("a factor has brackets where it is negative", () => {
  expect([2, -0.841283, 0, NaN, -Infinity].map(factorText)).toEqual([
    "2",
    "(−0.84128)",
    "0",
    "NaN",
    "(−∞)",
  ]);
});

it("a term has its sign before it", () => {
  expect([0.5, -0.057509, 0, -3].map(termText)).toEqual(["+ 0.5", "− 0.057509", "+ 0", "− 3"]);
});
