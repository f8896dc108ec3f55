import type { Moments } from "../backend/kernels";
import { movedAverage, storedVariance } from "../core/moving-average";
import { store } from "../tensor/tensor";
import type { TensorData } from "../tensor/tensor";
import type { ForwardContext } from "./forward";
import type { RenormStep } from "./renorm";
import { weightDtype } from "./weight-plan";
import { required } from "./weights";
import type { WeightStorage } from "./weights";

/**
 * The weights after a training call whose batch has these moments, averaged over ghost batches. With renorm they are
 * what its step computed; without, moving mean and variance move towards the batch's, the variance with Bessel's
 * correction on the fused path.
 */
export function nextWeights(
  { config, built, weights }: ForwardContext,
  shared: Moments,
  renorm: RenormStep | null,
  samplesPerChannel: number,
): WeightStorage {
  const dtype = weightDtype(config.dtype);
  if (renorm !== null) {
    const after: [string, TensorData][] = Object.entries(renorm.after).map(([name, values]) => [
      name,
      store(dtype, values),
    ]);
    return { ...weights, ...Object.fromEntries(after) };
  }
  const variance = storedVariance(shared.variance, samplesPerChannel, built.fused);
  const moved = (name: "moving_mean" | "moving_variance", value: Float64Array): TensorData =>
    movedAverage(required(weights, name), value, config.momentum, dtype);
  return {
    ...weights,
    moving_mean: moved("moving_mean", shared.mean),
    moving_variance: moved("moving_variance", variance),
  };
}
