import { describe, expect, it } from "vitest";
import { isClipping, isClippingValue, unknownClippingKeys } from "@/engine/spec/clipping";
import { tensor } from "@/engine";

const schedule = (step: number): number => step;

describe("clipping can be", () => {
  it.each([
    ["null", null],
    ["an empty table", {}],
    ["a table", { rmax: 3, rmin: 1 / 3, dmax: 5 }],
    ["a table with other keys, which matter only with renorm", { max: 3 }],
    ["a function of the step", () => ({ rmax: 3 })],
  ])("%s", (_, value) => {
    expect(isClipping(value)).toBe(true);
  });

  it.each([
    ["undefined", undefined],
    ["a number", 3],
    ["text", "rmax"],
    ["true", true],
    ["a list", [1, 2]],
  ])("not %s", (_, value) => {
    expect(isClipping(value)).toBe(false);
  });
});

describe("a bound can be", () => {
  it.each([
    ["a number", 3],
    ["a negative number", -1],
    ["infinity", Infinity],
    ["a scalar tensor", tensor(3)],
    ["a tensor of one number", tensor([3])],
    ["a schedule", schedule],
  ])("%s", (_, value) => {
    expect(isClippingValue(value)).toBe(true);
  });

  it.each([
    ["NaN", Number.NaN],
    ["text", "3"],
    ["null", null],
    ["true", true],
    ["a list", [3]],
    ["a tensor of two numbers", tensor([3, 4])],
    ["a tensor of none", tensor([])],
    ["an object without data", { value: 3 }],
    ["an object whose data is null", { data: null }],
  ])("not %s", (_, value) => {
    expect(isClippingValue(value)).toBe(false);
  });
});

describe("the keys that are no bound", () => {
  it("are all but rmax, rmin and dmax", () => {
    expect(unknownClippingKeys({ rmax: 1, rmin: 0, dmax: 2 })).toEqual([]);
    expect(unknownClippingKeys({ rmax: 1, dmin: 0, rMin: 0 } as never)).toEqual(["dmin", "rMin"]);
  });

  it("do not exist for null, and are not known for a function", () => {
    expect(unknownClippingKeys(null)).toEqual([]);
    expect(unknownClippingKeys(() => ({ max: 1 }) as never)).toEqual([]);
  });
});
