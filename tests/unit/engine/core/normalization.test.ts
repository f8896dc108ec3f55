import { describe, expect, it } from "vitest";
import { composeNormalization } from "@/engine/core/normalization";

const statistics = { mean: Float64Array.of(2, -3), variance: Float64Array.of(3, 15) };

describe("the line of a normalization", () => {
  it("is γ/√(v + ε) and β − μ·scale, exactly where the numbers are exact", () => {
    const line = composeNormalization(statistics, 1, {
      gamma: Float32Array.of(4, -2),
      beta: Float32Array.of(10, 0.5),
    });
    expect(line).toEqual({
      inverseDeviation: Float64Array.of(0.5, 0.25),
      scale: Float64Array.of(2, -0.5),
      offset: Float64Array.of(6, -1),
    });
  });

  it("takes 1 for a missing γ and 0 for a missing β", () => {
    expect(composeNormalization(statistics, 1, { gamma: null, beta: null })).toEqual({
      inverseDeviation: Float64Array.of(0.5, 0.25),
      scale: Float64Array.of(0.5, 0.25),
      offset: Float64Array.of(-1, 0.75),
    });
    const onlyBeta = { gamma: null, beta: Float64Array.of(7, 7) };
    expect(composeNormalization(statistics, 1, onlyBeta).offset).toEqual(Float64Array.of(6, 7.75));
  });

  it("puts ε inside the square root", () => {
    const zero = { mean: Float64Array.of(0), variance: Float64Array.of(0) };
    const { inverseDeviation } = composeNormalization(zero, 0.0625, { gamma: null, beta: null });
    expect(inverseDeviation).toEqual(Float64Array.of(4));
  });

  it("is NaN where variance + ε is negative, and infinite where it is zero", () => {
    const odd = { mean: Float64Array.of(0, 0), variance: Float64Array.of(-1, 0) };
    const { inverseDeviation } = composeNormalization(odd, 0, { gamma: null, beta: null });
    expect(Array.from(inverseDeviation)).toEqual([Number.NaN, Infinity]);
  });
});
