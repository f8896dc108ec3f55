import { describe, expect, it } from "vitest";
import { decayOf, moved, movedAverage, storedVariance } from "@/engine/core/moving-average";

describe("a moving average", () => {
  it("moves the share 1 − ρ of the way, exactly where the share is a power of two", () => {
    const after = movedAverage(Float64Array.of(10, -4), [20, 0], 0.75, "float64");
    expect(after).toEqual(Float64Array.of(12.5, -3));
  });

  it("takes 1 − ρ as a float32 even for float64 weights: 0.10000000149011612 for ρ = 0.9", () => {
    expect(movedAverage(Float64Array.of(0), [1], 0.9, "float64")).toEqual(
      Float64Array.of(0.10000000149011612),
    );
  });

  it("is stored in float32 for a float32 layer", () => {
    expect(movedAverage(Float32Array.of(0), [0.1], 0, "float32")).toEqual(Float32Array.of(0.1));
  });

  it("with ρ = 1 keeps the old value bit for bit, with ρ = 0 from zero takes the new one", () => {
    const old = Float64Array.of(0.1, -7, 0);
    expect(movedAverage(old, [3, 0.3, 1e9], 1, "float64")).toEqual(old);
    expect(movedAverage(new Float64Array(3), [3, 0.3, 1e9], 0, "float64")).toEqual(
      Float64Array.of(3, 0.3, 1e9),
    );
  });

  it("is new storage: the old average is left as it was", () => {
    const old = Float64Array.of(1, 2);
    const after = movedAverage(old, [5, 5], 0.5, "float64");
    expect(after).toEqual(Float64Array.of(3, 3.5));
    expect(old).toEqual(Float64Array.of(1, 2));
  });

  it("takes NaN and Infinity only into their own channel", () => {
    const after = movedAverage(Float64Array.of(1, 1, 1), [Number.NaN, 3, Infinity], 0.5, "float64");
    expect(Array.from(after)).toEqual([Number.NaN, 2, Infinity]);
  });
});

describe("the share of a new value", () => {
  it.each([
    [0.99, 0.009999999776482582],
    [0.9, 0.10000000149011612],
    [0.5, 0.5],
    [1, 0],
    [1.5, -0.5],
  ])("with ρ = %d is the float32 %d", (momentum, share) => {
    expect(decayOf(momentum)).toBe(share);
  });

  it("moves in float64, whatever the average is stored in", () => {
    expect(moved(Float32Array.of(0, 10), [1, 0], 0.9)).toEqual(
      Float64Array.of(0.10000000149011612, 10 - 10 * 0.10000000149011612),
    );
  });

  it("is stored in 16 bits where the weight is", () => {
    expect(movedAverage(Float32Array.of(0), [1], 0.9, "float16")).toEqual(
      Float32Array.of(0.0999755859375),
    );
  });
});

describe("the variance that enters the moving variance", () => {
  const variance = Float64Array.of(1, 35 / 3);

  it("is the biased one on the unfused path", () => {
    expect(storedVariance(variance, 6, false)).toEqual(variance);
  });

  it("is multiplied by m/(m − 1) on the fused path, within 1e-15 relative", () => {
    expect(storedVariance(variance, 6, true)).toBeAllClose([1.2, 14], { relative: 1e-15 });
    expect(storedVariance(variance, 2, true)).toEqual(Float64Array.of(2, 70 / 3));
  });

  it("is not divided by zero for a single sample", () => {
    expect(storedVariance(Float64Array.of(0, 3), 1, true)).toEqual(Float64Array.of(0, 3));
  });

  it("leaves the batch's own variance as it was", () => {
    storedVariance(variance, 2, true);
    expect(variance).toEqual(Float64Array.of(1, 35 / 3));
  });
});
