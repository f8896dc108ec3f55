import { moved } from "../moving-average";
import { unrounded } from "../rounding";
import type { Rounding } from "../rounding";
import type { BatchDeviation, ComparedCorrection, RenormRates } from "./correction";

/** Renorm variables from TensorFlow 1.15 on: one number per channel, none debiased. */
export interface StddevRenormVariables {
  readonly moving_mean: ArrayLike<number>;
  readonly moving_stddev: ArrayLike<number>;
  readonly renorm_mean: ArrayLike<number>;
  readonly renorm_stddev: ArrayLike<number>;
}

/**
 * The correction that maps the batch's normalization onto that of the renorm variables, before they move:
 *
 *   r = s / σ,  d = (μ − μ̄) / σ,  σ = max(renorm_stddev, √ε),
 *
 * with the batch's mean μ and deviation s = √(v + ε), and μ̄ = renorm_mean. One number per channel; unclipped.
 *
 * Source: Ioffe 2017 (arXiv:1702.03275), algorithm 1, with TensorFlow's floor under σ.
 */
export function stddevCorrection(
  batch: BatchDeviation,
  variables: StddevRenormVariables,
  epsilon: number,
  round: Rounding = unrounded,
): ComparedCorrection {
  const floor = round(Math.sqrt(epsilon));
  const sigma = Float64Array.from(variables.renorm_stddev, (value) => Math.max(value, floor));
  const average = Float64Array.from(variables.renorm_mean);
  return {
    r: batch.deviation.map((s, c) => round(s / sigma[c]!)),
    d: batch.mean.map((mean, c) => round(round(mean - average[c]!) / sigma[c]!)),
    averages: { mean: average, deviation: sigma },
  };
}

/**
 * The variables after a step. The renorm averages move with ρᵣ, the moving ones with ρ, each towards the batch's own
 * μ and s; the moving variance is not averaged but derived: V = max(moving_stddev² − ε, 0).
 */
export function stddevStep(
  batch: BatchDeviation,
  variables: StddevRenormVariables,
  rates: RenormRates,
  round: Rounding = unrounded,
): Record<keyof StddevRenormVariables | "moving_variance", Float64Array> {
  const { momentum, renormMomentum } = rates;
  const epsilon = round(rates.epsilon);
  const moving_stddev = moved(variables.moving_stddev, batch.deviation, momentum, round);
  return {
    renorm_mean: moved(variables.renorm_mean, batch.mean, renormMomentum, round),
    renorm_stddev: moved(variables.renorm_stddev, batch.deviation, renormMomentum, round),
    moving_mean: moved(variables.moving_mean, batch.mean, momentum, round),
    moving_stddev,
    moving_variance: moving_stddev.map((s) => Math.max(round(round(s * s) - epsilon), 0)),
  };
}
