import { describe, expect, it } from "vitest";
import { clipped } from "@/engine/core/renorm/correction";
import type { ClippingBounds } from "@/engine/core/renorm/correction";

const correction = { r: Float64Array.of(0.1, 1, 4), d: Float64Array.of(-3, 0.5, 2) };

describe("a clipped correction", () => {
  it.each<[string, ClippingBounds, number[], number[]]>([
    ["no bound", {}, [0.1, 1, 4], [-3, 0.5, 2]],
    ["rmax only", { rmax: 3 }, [0.1, 1, 3], [-3, 0.5, 2]],
    ["rmin only", { rmin: 0.5 }, [0.5, 1, 4], [-3, 0.5, 2]],
    ["dmax only", { dmax: 1 }, [0.1, 1, 4], [-1, 0.5, 1]],
    ["all bounds", { rmin: 0.5, rmax: 2, dmax: 0.25 }, [0.5, 1, 2], [-0.25, 0.25, 0.25]],
    ["rmin above rmax, which wins", { rmin: 5, rmax: 2 }, [2, 2, 2], [-3, 0.5, 2]],
    ["bounds that leave plain normalization", { rmin: 1, rmax: 1, dmax: 0 }, [1, 1, 1], [-0, 0, 0]],
    ["a negative dmax, which is the last word", { dmax: -1 }, [0.1, 1, 4], [-1, -1, -1]],
  ])("with %s", (_, bounds, r, d) => {
    const found = clipped(correction, bounds);
    expect(found.r).toEqual(Float64Array.from(r));
    expect(found.d).toBeAllClose(d, {});
  });

  it("keeps NaN and brings infinities to the bounds", () => {
    const odd = {
      r: Float64Array.of(Number.NaN, Infinity),
      d: Float64Array.of(Number.NaN, -Infinity),
    };
    const { r, d } = clipped(odd, { rmin: 0, rmax: 3, dmax: 5 });
    expect([...r, ...d]).toEqual([Number.NaN, 3, Number.NaN, -5]);
  });

  it("is new storage", () => {
    clipped(correction, { rmax: 0, dmax: 0 });
    expect(correction).toEqual({ r: Float64Array.of(0.1, 1, 4), d: Float64Array.of(-3, 0.5, 2) });
  });
});
