import { normal } from "@/engine/random/distributions";
import { generatorFor } from "@/engine/random/generator";

export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((size, length) => size * length, 1);

/** Uniform numbers in [from, to), the same for the same seed. */
export function uniform(
  shape: readonly number[],
  seed: number,
  [from, to]: readonly [number, number] = [0, 1],
): Float64Array {
  const random = generatorFor(seed);
  return Float64Array.from({ length: sizeOf(shape) }, () => from + (to - from) * random());
}

/** Normal numbers, the same for the same seed. */
export function normals(
  shape: readonly number[],
  seed: number,
  [mean, deviation]: readonly [number, number] = [0, 1],
): Float64Array {
  const random = generatorFor(seed);
  return Float64Array.from({ length: sizeOf(shape) }, () => mean + deviation * normal(random));
}

/**
 * The largest |actual − expected|, each less `relative` times |expected|; NaN agrees with NaN, and different lengths
 * are infinitely far.
 */
export function largestError(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  relative = 0,
): number {
  if (actual.length !== expected.length) return Infinity;
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const [a, e] = [actual[i]!, expected[i]!];
    if (Object.is(a, e)) continue;
    const error = Math.abs(a - e) - relative * Math.abs(e);
    if (!(error <= largest)) largest = Number.isNaN(error) ? Infinity : error;
  }
  return largest;
}
