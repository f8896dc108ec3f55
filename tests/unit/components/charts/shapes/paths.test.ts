import { describe, expect, it } from "vitest";
import { barsPath, dotsPath, linePath } from "@/components/charts/shapes/paths";
import type { Places } from "@/components/charts/shapes/places";

/** The i-th mark stands at x = 10·i and at the i-th of these heights. */
const at = (...ys: readonly number[]): Places => ({
  count: ys.length,
  x: (i) => 10 * i,
  y: (i) => ys[i] ?? NaN,
});

describe("a line", () => {
  it("runs through its places, rounded to tenths", () => {
    expect(linePath(at(0, 1.26, -3, 1000))).toBe("M0,0L10,1.3L20,-3L30,1000");
  });

  it("breaks where a place is not finite", () => {
    expect(linePath(at(1, 2, NaN, 4, 5))).toBe("M0,1L10,2M30,4L40,5");
    expect(linePath(at(1, 2, Infinity, -Infinity, 4, 5))).toBe("M0,1L10,2M40,4L50,5");
    expect(linePath({ count: 3, x: (i) => (i === 1 ? NaN : i), y: () => 0 })).toBe("M0,0ZM2,0Z");
  });

  it("begins and ends where its places begin and end to be finite", () => {
    expect(linePath(at(NaN, 2, 3, NaN))).toBe("M10,2L20,3");
  });

  it("is a closed point where a single place stands alone, which round caps make a dot", () => {
    expect(linePath(at(5))).toBe("M0,5Z");
  });

  it("is empty without a finite place", () => {
    expect(linePath(at())).toBe("");
    expect(linePath(at(NaN, Infinity))).toBe("");
  });
});

describe("dots", () => {
  it("are strokes of no length, rounded to tenths", () => {
    expect(dotsPath(at(0, 1.26, -3.04))).toBe("M0,0h0M10,1.3h0M20,-3h0");
  });

  it("are left out where a place is not finite", () => {
    expect(dotsPath(at(1, NaN, Infinity, 4))).toBe("M0,1h0M30,4h0");
    expect(dotsPath({ count: 2, x: (i) => (i === 0 ? -Infinity : 7), y: () => 1 })).toBe("M7,1h0");
  });

  it("are an empty path when there are none", () => {
    expect(dotsPath(at())).toBe("");
  });

  it("never write a negative zero", () => {
    expect(dotsPath({ count: 1, x: () => -0.04, y: () => -0 })).toBe("M0,0h0");
  });
});

describe("bars", () => {
  const place = { x: (value: number) => 10 * value, top: (n: number) => 100 - 25 * n, base: 100 };

  it("stand on the base and reach their height", () => {
    const bars = [
      { from: 0, to: 1, height: 2 },
      { from: 1.25, to: 2.333, height: 4 },
    ];
    expect(barsPath(bars, place)).toBe("M0,100V50H10V100ZM12.5,100V0H23.3V100Z");
  });

  it("are left out without height", () => {
    const bars = [
      { from: 0, to: 1, height: 0 },
      { from: 1, to: 2, height: 1 },
      { from: 2, to: 3, height: 0 },
    ];
    expect(barsPath(bars, place)).toBe("M10,100V75H20V100Z");
  });

  it("are an empty path when there are none", () => {
    expect(barsPath([], place)).toBe("");
  });
});
