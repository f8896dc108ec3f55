import { moved } from "../moving-average";
import { unrounded } from "../rounding";
import type { Rounding } from "../rounding";
import type { BatchDeviation, ComparedCorrection, RenormRates } from "./correction";

/** Renorm variables up to TensorFlow 1.14: averages that start at 0, each with the weight that debiases it. */
export interface WeightedRenormVariables {
  readonly moving_mean: ArrayLike<number>;
  readonly moving_variance: ArrayLike<number>;
  readonly renorm_mean: ArrayLike<number>;
  /** One number: the share of `renorm_mean` that stems from batches rather than from its initial 0. */
  readonly renorm_mean_weight: ArrayLike<number>;
  readonly renorm_stddev: ArrayLike<number>;
  readonly renorm_stddev_weight: ArrayLike<number>;
}

/**
 * The correction before the variables move. What an average lacks of weight 1 is filled up with the batch itself:
 *
 *   μ̄ = a_μ + (1 − w_μ)·μ,  σ = a_s + (1 − w_s)·s,  r = s/σ,  d = (μ − μ̄)/σ,
 *
 * so that the first step has r = 1 and d = 0. One number per channel; unclipped.
 *
 * Source: TensorFlow 1.4 to 1.14; the averages are those of Ioffe 2017 (arXiv:1702.03275).
 */
export function weightedCorrection(
  batch: BatchDeviation,
  variables: WeightedRenormVariables,
  round: Rounding = unrounded,
): ComparedCorrection {
  const missing = (weight: ArrayLike<number>): number => round(1 - weight[0]!);
  const filled = (average: number, lack: number, value: number): number =>
    round(average + round(lack * value));
  const lackOfMean = missing(variables.renorm_mean_weight);
  const lackOfDeviation = missing(variables.renorm_stddev_weight);
  const sigma = batch.deviation.map((s, c) =>
    filled(variables.renorm_stddev[c]!, lackOfDeviation, s),
  );
  const average = batch.mean.map((mean, c) => filled(variables.renorm_mean[c]!, lackOfMean, mean));
  return {
    r: batch.deviation.map((s, c) => round(s / sigma[c]!)),
    d: batch.mean.map((mean, c) => round(round(mean - average[c]!) / sigma[c]!)),
    averages: { mean: average, deviation: sigma },
  };
}

/**
 * The variables after a step. Averages and weights move with ρᵣ; the moving statistics move with ρ, not towards the
 * batch but towards the debiased averages: μ* = a_μ/w_μ for the mean and (a_s/w_s)² − ε for the variance, which
 * may fall below 0.
 */
export function weightedStep(
  batch: BatchDeviation,
  variables: WeightedRenormVariables,
  rates: RenormRates,
  round: Rounding = unrounded,
): Record<keyof WeightedRenormVariables, Float64Array> {
  const { momentum, renormMomentum } = rates;
  const epsilon = round(rates.epsilon);
  const next = (average: ArrayLike<number>, value: ArrayLike<number>): Float64Array =>
    moved(average, value, renormMomentum, round);
  const renorm_mean = next(variables.renorm_mean, batch.mean);
  const renorm_mean_weight = next(variables.renorm_mean_weight, [1]);
  const renorm_stddev = next(variables.renorm_stddev, batch.deviation);
  const renorm_stddev_weight = next(variables.renorm_stddev_weight, [1]);
  const mean = renorm_mean.map((a) => round(a / renorm_mean_weight[0]!));
  const variance = renorm_stddev.map((a) => {
    const deviation = round(a / renorm_stddev_weight[0]!);
    return round(round(deviation * deviation) - epsilon);
  });
  return {
    renorm_mean,
    renorm_mean_weight,
    renorm_stddev,
    renorm_stddev_weight,
    moving_mean: moved(variables.moving_mean, mean, momentum, round),
    moving_variance: moved(variables.moving_variance, variance, momentum, round),
  };
}
