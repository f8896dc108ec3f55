import { allocate } from "../tensor/tensor";
import type { DType, TensorData } from "../tensor/tensor";

/**
 * Moves an average towards the batch's value: M ← M − (M − value) · (1 − ρ), which is M·ρ + value·(1 − ρ).
 *
 * TensorFlow makes the decay 1 − ρ a float32 constant even for float64 weights, so it is rounded here too: with
 * ρ = 0.9 the share taken from the batch is 0.10000000149. Returns new storage, so that a step that fails later
 * leaves the old value in place.
 */
export function movedAverage(
  average: TensorData,
  value: ArrayLike<number>,
  momentum: number,
  dtype: DType,
): TensorData {
  const decay = Math.fround(1 - momentum);
  const moved = allocate(dtype, average.length);
  for (let c = 0; c < average.length; c++) {
    moved[c] = average[c]! - (average[c]! - value[c]!) * decay;
  }
  return moved;
}

/**
 * The variance that enters the moving variance. The fused implementation stores the unbiased estimate
 * v · m/(m − 1); the batch itself is normalized with the biased v on every path.
 */
export function storedVariance(
  variance: Float64Array,
  samplesPerChannel: number,
  fused: boolean,
): Float64Array {
  if (!fused) return variance;
  const bessel = samplesPerChannel / Math.max(samplesPerChannel - 1, 1);
  return variance.map((v) => v * bessel);
}
