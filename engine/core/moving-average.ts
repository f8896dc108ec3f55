import { unrounded } from "./rounding";
import type { Rounding } from "./rounding";

/**
 * The share 1 − ρ that an average takes from each new value. TensorFlow makes it a float32 constant even for float64
 * weights: with ρ = 0.9 it is 0.10000000149.
 */
export const decayOf = (momentum: number): number => Math.fround(1 - momentum);

/**
 * Moves an average towards a value: A ← A − (A − value) · (1 − ρ), which is A·ρ + value·(1 − ρ). Elementwise; every
 * result is rounded.
 */
export function moved(
  average: ArrayLike<number>,
  value: ArrayLike<number>,
  momentum: number,
  round: Rounding = unrounded,
): Float64Array {
  const decay = decayOf(momentum);
  const next = new Float64Array(average.length);
  for (let c = 0; c < next.length; c++) {
    const a = average[c]!;
    next[c] = round(a - round(round(a - value[c]!) * decay));
  }
  return next;
}

/**
 * The same as the fused operation does it from TensorFlow 2.2 on: A ← (1 − f)·A + (f·B)·value with f = 1 − ρ. B is
 * Bessel's factor for the variance and 1 for the mean.
 */
export function movedByKernel(
  average: ArrayLike<number>,
  value: ArrayLike<number>,
  momentum: number,
  bessel: number,
): Float64Array {
  const round = Math.fround;
  const share = decayOf(momentum);
  const kept = round(1 - share);
  const next = new Float64Array(average.length);
  for (let c = 0; c < next.length; c++) {
    next[c] = round(round(kept * average[c]!) + round(round(share * round(bessel)) * value[c]!));
  }
  return next;
}

/** How an implementation moves its averages. */
export interface MovingRule {
  readonly momentum: number;
  /** Whether the fused operation does it itself. */
  readonly isByKernel: boolean;
  readonly round: Rounding;
}

/** Moves an average towards a value times a factor, which is Bessel's or 1. */
export const movedTowards = (
  average: ArrayLike<number>,
  value: Float64Array,
  factor: number,
  { momentum, isByKernel, round }: MovingRule,
): Float64Array =>
  isByKernel
    ? movedByKernel(average, value, momentum, factor)
    : moved(average, factor === 1 ? value : value.map((v) => round(v * factor)), momentum, round);

/**
 * The factor m/(m − 1) that makes the variance of m elements unbiased; 1 for a single one. It applies to what the
 * fused implementation stores: the batch itself is normalized with the biased variance on every path.
 */
export const besselFactor = (samplesPerChannel: number): number =>
  samplesPerChannel / Math.max(samplesPerChannel - 1, 1);
