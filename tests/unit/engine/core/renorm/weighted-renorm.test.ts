import { describe, expect, it } from "vitest";
import { weightedCorrection, weightedStep } from "@/engine/core/renorm/weighted-renorm";
import type { WeightedRenormVariables } from "@/engine/core/renorm/weighted-renorm";

const batch = { mean: Float64Array.of(5, -2), deviation: Float64Array.of(3, 0.5) };
const initial: WeightedRenormVariables = {
  moving_mean: [0, 0],
  moving_variance: [1, 1],
  renorm_mean: [0, 0],
  renorm_mean_weight: [0],
  renorm_stddev: [0, 0],
  renorm_stddev_weight: [0],
};
const rates = { momentum: 0.5, renormMomentum: 0.75, epsilon: 0.25 };

describe("the correction up to TensorFlow 1.14", () => {
  it("is exactly r = 1 and d = 0 at the first step, for any batch", () => {
    expect(weightedCorrection(batch, initial)).toEqual({
      r: Float64Array.of(1, 1),
      d: Float64Array.of(0, 0),
      averages: batch,
    });
  });

  it("fills the averages up with the batch: μ̄ = a + (1 − w)·μ, σ = a + (1 − w)·s", () => {
    const half = {
      ...initial,
      renorm_mean: [1, 1],
      renorm_mean_weight: [0.5],
      renorm_stddev: [0.5, 0.125],
      renorm_stddev_weight: [0.5],
    };
    // μ̄ = 3.5 and 0; σ = 2 and 0.375.
    expect(weightedCorrection(batch, half)).toEqual({
      r: Float64Array.of(1.5, 0.5 / 0.375),
      d: Float64Array.of(0.75, -2 / 0.375),
      averages: { mean: Float64Array.of(3.5, 0), deviation: Float64Array.of(2, 0.375) },
    });
  });

  it("uses the averages alone once their weights are 1", () => {
    const full = {
      ...initial,
      renorm_mean: [1, 2],
      renorm_mean_weight: [1],
      renorm_stddev: [2, 0.25],
      renorm_stddev_weight: [1],
    };
    expect(weightedCorrection(batch, full)).toEqual({
      r: Float64Array.of(1.5, 2),
      d: Float64Array.of(2, -16),
      averages: { mean: Float64Array.of(1, 2), deviation: Float64Array.of(2, 0.25) },
    });
  });

  it("weighs mean and deviation apart", () => {
    const mixed = { ...initial, renorm_mean: [1, 2], renorm_mean_weight: [1] };
    expect(weightedCorrection(batch, mixed)).toEqual({
      r: Float64Array.of(1, 1),
      d: Float64Array.of(4 / 3, -8),
      averages: { mean: Float64Array.of(1, 2), deviation: batch.deviation },
    });
  });
});

describe("the step up to TensorFlow 1.14", () => {
  it("from the initial values moves towards the batch itself: the averages are debiased", () => {
    expect(weightedStep(batch, initial, rates)).toEqual({
      renorm_mean: Float64Array.of(1.25, -0.5),
      renorm_mean_weight: Float64Array.of(0.25),
      renorm_stddev: Float64Array.of(0.75, 0.125),
      renorm_stddev_weight: Float64Array.of(0.25),
      moving_mean: Float64Array.of(2.5, -1),
      // V moves half of the way from 1 to s² − ε = 8.75 and 0.
      moving_variance: Float64Array.of(4.875, 0.5),
    });
  });

  it("later moves towards the debiased averages, not towards the batch", () => {
    const second = weightedStep(
      { mean: Float64Array.of(1, 2), deviation: Float64Array.of(1, 2.5) },
      { ...weightedStep(batch, initial, { ...rates, renormMomentum: 0.5 }) },
      { ...rates, renormMomentum: 0.5 },
    );
    // After both steps a = 0.25·(5, −2) + 0.5·(1, 2) and w = 0.75, so that μ* = (7/3, 2/3).
    expect(second.renorm_mean).toEqual(Float64Array.of(1.75, 0.5));
    expect(second.renorm_mean_weight).toEqual(Float64Array.of(0.75));
    expect(second.renorm_stddev).toEqual(Float64Array.of(1.25, 1.375));
    expect(second.moving_mean).toBeAllClose([(2.5 + 7 / 3) / 2, (-1 + 2 / 3) / 2], {
      relative: 1e-15,
    });
    const variances = [(5 / 3) ** 2 - 0.25, (5.5 / 3) ** 2 - 0.25];
    expect(second.moving_variance).toBeAllClose(
      [(4.875 + variances[0]!) / 2, (0.5 + variances[1]!) / 2],
      { relative: 1e-15 },
    );
  });

  it("may make V negative: nothing keeps (a/w)² − ε above 0", () => {
    const constant = { mean: Float64Array.of(5), deviation: Float64Array.of(0.5) };
    const one = { ...initial, moving_variance: [0] };
    const { moving_variance } = weightedStep(constant, one, { ...rates, epsilon: 1 });
    expect(moving_variance).toEqual(Float64Array.of(-0.375));
  });

  it("with ρᵣ = 1 has no weight to divide by: the moving statistics become NaN", () => {
    const { moving_mean, renorm_mean_weight } = weightedStep(batch, initial, {
      ...rates,
      renormMomentum: 1,
    });
    expect(renorm_mean_weight).toEqual(Float64Array.of(0));
    expect(Array.from(moving_mean)).toEqual([Number.NaN, Number.NaN]);
  });
});
