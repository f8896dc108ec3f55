import { store } from "../tensor/tensor";
import type { DType, TensorData } from "../tensor/tensor";

/**
 * The share 1 − ρ that an average takes from each new value. TensorFlow makes it a float32 constant even for float64
 * weights: with ρ = 0.9 it is 0.10000000149.
 */
export const decayOf = (momentum: number): number => Math.fround(1 - momentum);

/**
 * Moves an average towards a value: A ← A − (A − value) · (1 − ρ), which is A·ρ + value·(1 − ρ). Elementwise, in
 * float64.
 */
export function moved(
  average: ArrayLike<number>,
  value: ArrayLike<number>,
  momentum: number,
): Float64Array {
  const decay = decayOf(momentum);
  return Float64Array.from(average, (a, c) => a - (a - value[c]!) * decay);
}

/** `moved`, rounded to the weight's dtype in new storage, so that a step that fails later leaves the old value. */
export const movedAverage = (
  average: TensorData,
  value: ArrayLike<number>,
  momentum: number,
  dtype: DType,
): TensorData => store(dtype, moved(average, value, momentum));

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
