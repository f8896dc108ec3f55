import { describe, expect, it } from "vitest";
import { stddevCorrection, stddevStep } from "@/engine/core/renorm/stddev-renorm";
import type { StddevRenormVariables } from "@/engine/core/renorm/stddev-renorm";

const batch = { mean: Float64Array.of(5, -2), deviation: Float64Array.of(3, 0.5) };
const variables: StddevRenormVariables = {
  moving_mean: [1, 0],
  moving_stddev: [1, 2],
  renorm_mean: [1, 2],
  renorm_stddev: [2, 0.25],
};
const rates = { momentum: 0.5, renormMomentum: 0.75, epsilon: 0.25 };

describe("the correction since TensorFlow 1.15", () => {
  it("is r = s/σ and d = (μ − μ̄)/σ with σ = max(renorm_stddev, √ε)", () => {
    // σ = 2 and, since 0.25 < √0.25, 0.5.
    expect(stddevCorrection(batch, variables, 0.25)).toEqual({
      r: Float64Array.of(1.5, 1),
      d: Float64Array.of(2, -8),
      averages: { mean: Float64Array.of(1, 2), deviation: Float64Array.of(2, 0.5) },
    });
    expect(stddevCorrection(batch, variables, 0)).toEqual({
      r: Float64Array.of(1.5, 2),
      d: Float64Array.of(2, -16),
      averages: { mean: Float64Array.of(1, 2), deviation: Float64Array.of(2, 0.25) },
    });
  });

  it("from the initial 0 and 1 is r = s and d = μ: the first step is not plain normalization", () => {
    const initial = { ...variables, renorm_mean: [0, 0], renorm_stddev: [1, 1] };
    const { r, d } = stddevCorrection(batch, initial, 0.25);
    expect([r, d]).toEqual([batch.deviation, batch.mean]);
  });

  it("is 1 and 0 for a batch that equals the renorm variables", () => {
    const same = { ...variables, renorm_mean: batch.mean, renorm_stddev: batch.deviation };
    expect(stddevCorrection(batch, same, 1e-3)).toEqual({
      r: Float64Array.of(1, 1),
      d: Float64Array.of(0, 0),
      averages: batch,
    });
  });
});

describe("the step since TensorFlow 1.15", () => {
  it("moves renorm's averages with ρᵣ, the moving ones with ρ, and derives V = moving_stddev² − ε", () => {
    expect(stddevStep(batch, variables, rates)).toEqual({
      renorm_mean: Float64Array.of(2, 1),
      renorm_stddev: Float64Array.of(2.25, 0.3125),
      moving_mean: Float64Array.of(3, -1),
      moving_stddev: Float64Array.of(2, 1.25),
      moving_variance: Float64Array.of(3.75, 1.3125),
    });
  });

  it("never makes V negative: it is 0 where moving_stddev² < ε", () => {
    const { moving_variance } = stddevStep(batch, variables, { ...rates, epsilon: 2 });
    expect(moving_variance).toEqual(Float64Array.of(2, 0));
  });

  it("with both momenta 1 keeps every average", () => {
    const kept = stddevStep(batch, variables, { momentum: 1, renormMomentum: 1, epsilon: 0 });
    const { moving_variance, ...averages } = kept;
    const expected = Object.entries(variables).map(([name, values]) => [
      name,
      Float64Array.from(values as number[]),
    ]);
    expect(averages).toEqual(Object.fromEntries(expected));
    expect(moving_variance).toEqual(Float64Array.of(1, 4));
  });

  it("takes 1 − ρ as a float32, as every average does", () => {
    const { moving_mean, renorm_stddev } = stddevStep(batch, variables, {
      momentum: 0.9,
      renormMomentum: 0.99,
      epsilon: 0,
    });
    expect(moving_mean[0]).toBe(1 + 4 * 0.10000000149011612);
    expect(renorm_stddev[0]).toBe(2 + 0.009999999776482582);
  });
});
