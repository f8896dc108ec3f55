import { roundingOf } from "../core/rounding";
import { clipped } from "../core/renorm/correction";
import type { ClippingBounds, ComparedCorrection, Correction } from "../core/renorm/correction";
import { stddevCorrection, stddevStep } from "../core/renorm/stddev-renorm";
import { weightedCorrection, weightedStep } from "../core/renorm/weighted-renorm";
import type { Moments } from "../backend/kernels";
import type { BatchNormConfig } from "../spec/batch-norm";
import type { ProfileSwitches } from "../spec/profiles";
import { boundsAt } from "./renorm-clipping";
import { weightDtype } from "./weight-plan";
import { required } from "./weight-storage";
import type { WeightName, WeightStorage } from "./weight-storage";

/** One step of renorm: the correction it applies and where it leads the variables. One number per channel. */
export interface RenormStep {
  readonly bounds: ClippingBounds;
  readonly unclipped: ComparedCorrection;
  readonly applied: Correction;
  readonly after: Readonly<Partial<Record<WeightName, Float64Array>>>;
}

export interface RenormContext {
  readonly config: BatchNormConfig;
  readonly profile: Pick<ProfileSwitches, "renorm">;
  readonly weights: WeightStorage;
  /** Counted from 0. */
  readonly step: number;
}

/**
 * Computes the correction of a batch from the variables as they are, and the variables after the step. `batch` is
 * averaged over ghost batches: they share one correction.
 */
export function renormStep(
  { config, profile, weights, step }: RenormContext,
  batch: Moments,
): RenormStep {
  const { epsilon, momentum } = config;
  const round = roundingOf(weightDtype(config.dtype));
  const deviation = batch.variance.map((v) => round(Math.sqrt(round(v + round(epsilon)))));
  const given = { mean: batch.mean, deviation };
  const rates = { momentum, renormMomentum: config.renorm_momentum, epsilon };
  const bounds = boundsAt(config.renorm_clipping, step);
  const common = {
    moving_mean: required(weights, "moving_mean"),
    renorm_mean: required(weights, "renorm_mean"),
    renorm_stddev: required(weights, "renorm_stddev"),
  };
  if (profile.renorm === "weighted") {
    const variables = {
      ...common,
      moving_variance: required(weights, "moving_variance"),
      renorm_mean_weight: required(weights, "renorm_mean_weight"),
      renorm_stddev_weight: required(weights, "renorm_stddev_weight"),
    };
    const unclipped = weightedCorrection(given, variables, round);
    const after = weightedStep(given, variables, rates, round);
    return { bounds, unclipped, applied: clipped(unclipped, bounds, round), after };
  }
  const variables = { ...common, moving_stddev: required(weights, "moving_stddev") };
  const unclipped = stddevCorrection(given, variables, epsilon, round);
  const after = stddevStep(given, variables, rates, round);
  return { bounds, unclipped, applied: clipped(unclipped, bounds, round), after };
}
