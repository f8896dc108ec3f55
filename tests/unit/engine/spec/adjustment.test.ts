import { describe, expect, it } from "vitest";
import { isAdjustment } from "@/engine/spec/adjustment";

describe("an adjustment can be", () => {
  it.each([
    ["null", null],
    ["a function", () => [1, 0]],
    ["a function that returns nothing, which only its call shows", () => undefined],
    ["two spreads", { scale: 0.07, bias: 0.1 }],
    ["two spreads of 0", { scale: 0, bias: 0 }],
    ["two spreads for features", { scale: 0.1, bias: 0, per: "feature" }],
    ["two spreads for examples", { scale: 0.1, bias: 0, per: "example" }],
    ["two spreads and more", { scale: 1, bias: 1, note: "x" }],
  ])("%s", (_, value) => {
    expect(isAdjustment(value)).toBe(true);
  });

  it.each([
    ["undefined", undefined],
    ["a number", 2],
    ["a pair, which is what a function returns", [1, 0]],
    ["an empty object", {}],
    ["one spread", { scale: 1 }],
    ["the other spread", { bias: 1 }],
    ["a negative spread", { scale: 0.1, bias: -0.1 }],
    ["an infinite spread", { scale: Infinity, bias: 0 }],
    ["NaN as a spread", { scale: 0, bias: Number.NaN }],
    ["two spreads for something else", { scale: 0.1, bias: 0, per: "batch" }],
    ["two spreads for nothing", { scale: 0.1, bias: 0, per: null }],
    ["text as a spread", { scale: "0.1", bias: 0 }],
  ])("not %s", (_, value) => {
    expect(isAdjustment(value)).toBe(false);
  });
});
