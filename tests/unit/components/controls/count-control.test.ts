import { describe, expect, it } from "vitest";
import { noneOf, stopsOf } from "@/components/controls/count-control";
import { element } from "@/engine/spec/run/tensor";
import { frozenFrom } from "@/engine/spec/run/frozen-from";

describe("none on the slider of a count", () => {
  it("is where the count begins, if it is less than every count", () => {
    expect(noneOf(element)).toBe(-Infinity);
    expect(stopsOf(element).slice(0, 3)).toEqual([-Infinity, 0, 1]);
    expect(stopsOf(element).at(-1)).toBe(95);
  });

  it("is where the count ends, if it is beyond every count", () => {
    expect(stopsOf(frozenFrom).at(-1)).toBe(noneOf(frozenFrom));
    expect(noneOf(frozenFrom)).toBe(Infinity);
  });
});
