import type { Moments } from "../backend/kernels";
import { besselFactor, movedTowards } from "../core/moving-average";
import { roundingOf } from "../core/rounding";
import { store } from "../tensor/tensor";
import type { TensorData } from "../tensor/tensor";
import type { ForwardContext } from "./forward-context";
import type { RenormStep } from "./renorm";
import { weightDtype } from "./weight-plan";
import { required } from "./weight-storage";
import type { WeightStorage } from "./weight-storage";

/** What the weights' next values depend on besides the batch. */
export interface Movement {
  readonly renorm: RenormStep | null;
  /** Whether the moving statistics move. */
  readonly updates: boolean;
  readonly samplesPerChannel: number;
}

/**
 * The weights after a training call whose batch has these moments, averaged over ghost batches. With renorm they are
 * what its step computed; without, moving mean and variance move towards the batch's, the variance with Bessel's
 * correction on the fused path.
 *
 * Where a frozen layer does not update its moving statistics, its renorm variables move all the same: TensorFlow
 * assigns them during the call and not through the layer's updates.
 */
export function nextWeights(
  { config, profile, built, weights }: ForwardContext,
  shared: Moments,
  { renorm, updates, samplesPerChannel }: Movement,
): WeightStorage {
  const dtype = weightDtype(config.dtype);
  if (renorm !== null) {
    const after = Object.entries(renorm.after)
      .filter(([name]) => updates || name.startsWith("renorm_"))
      .map(([name, values]): [string, TensorData] => [name, store(dtype, values)]);
    return { ...weights, ...Object.fromEntries(after) };
  }
  if (!updates) return weights;
  const { momentum } = config;
  const bessel = built.fused ? besselFactor(samplesPerChannel) : 1;
  const isByKernel = built.fused && profile.fusedMovesAverages;
  const rule = { momentum, isByKernel, round: roundingOf(dtype) };
  const next = (
    name: "moving_mean" | "moving_variance",
    value: Float64Array,
    factor: number,
  ): TensorData => store(dtype, movedTowards(required(weights, name), value, factor, rule));
  return {
    ...weights,
    moving_mean: next("moving_mean", shared.mean, 1),
    moving_variance: next("moving_variance", shared.variance, bessel),
  };
}
