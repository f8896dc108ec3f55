import { describe, expect, it } from "vitest";
import { besselFactor, decayOf, moved, movedByKernel } from "@/engine/core/moving-average";

describe("a moving average", () => {
  it("moves the share 1 − ρ of the way, exactly where the share is a power of two", () => {
    const after = moved(Float64Array.of(10, -4), [20, 0], 0.75);
    expect(after).toEqual(Float64Array.of(12.5, -3));
  });

  it("takes 1 − ρ as a float32 even for float64 weights: 0.10000000149011612 for ρ = 0.9", () => {
    expect(moved(Float64Array.of(0), [1], 0.9)).toEqual(Float64Array.of(0.10000000149011612));
  });

  it("rounds difference, product and result where it is told to", () => {
    const f = Math.fround;
    const share = f(1 - 0.9);
    expect(moved([0.1], [0.7], 0.9, f)).toEqual(Float64Array.of(f(0.1 - f(f(0.1 - 0.7) * share))));
  });

  it("with ρ = 1 keeps the old value bit for bit, with ρ = 0 from zero takes the new one", () => {
    const old = Float64Array.of(0.1, -7, 0);
    expect(moved(old, [3, 0.3, 1e9], 1)).toEqual(old);
    expect(moved(new Float64Array(3), [3, 0.3, 1e9], 0)).toEqual(Float64Array.of(3, 0.3, 1e9));
  });

  it("is new storage: the old average is left as it was", () => {
    const old = Float64Array.of(1, 2);
    const after = moved(old, [5, 5], 0.5);
    expect(after).toEqual(Float64Array.of(3, 3.5));
    expect(old).toEqual(Float64Array.of(1, 2));
  });

  it("takes NaN and Infinity only into their own channel", () => {
    const after = moved(Float64Array.of(1, 1, 1), [Number.NaN, 3, Infinity], 0.5);
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
});

describe("the average that the fused operation moves itself", () => {
  const f = Math.fround;

  it("is (1 − f)·A + f·value in float32, each product and the sum rounded", () => {
    const share = f(1 - 0.9);
    expect(movedByKernel([0.3], [0.7], 0.9, 1)).toEqual(
      Float64Array.of(f(f(f(1 - share) * 0.3) + f(share * 0.7))),
    );
  });

  it("takes Bessel's factor into the share of the variance: TensorFlow's kernel test gives 15", () => {
    const [variance] = movedByKernel([16], [35 / 3], 0.5, besselFactor(6));
    expect(variance).toBeCloseTo(15, 5);
  });
});

describe("the factor that makes a variance unbiased", () => {
  it.each([
    [2, 2],
    [6, 1.2],
    [1, 1],
  ])("of %d elements is %d", (elements, factor) => {
    expect(besselFactor(elements)).toBe(factor);
  });
});
