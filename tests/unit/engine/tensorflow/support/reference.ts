import { sizeOf } from "./numbers";

/** The formulas by themselves, in float64, for one normalized axis. */

/** The position along `axis` of each element in row-major order. */
export function channelAlong(shape: readonly number[], axis: number): (index: number) => number {
  const stride = sizeOf(shape.slice(axis + 1));
  const count = shape[axis]!;
  return (index) => Math.floor(index / stride) % count;
}

export interface Moments<Numbers = ArrayLike<number>> {
  readonly mean: Numbers;
  /** Biased. */
  readonly variance: Numbers;
}

/** Mean and biased variance over all axes but one; NaN for an empty batch. */
export function batchMoments(
  x: ArrayLike<number>,
  shape: readonly number[],
  axis: number,
): Moments<Float64Array> & { readonly count: number } {
  const channel = channelAlong(shape, axis);
  const count = sizeOf(shape) / shape[axis]!;
  const mean = new Float64Array(shape[axis]!);
  for (let i = 0; i < x.length; i++) mean[channel(i)]! += x[i]!;
  mean.forEach((sum, c) => (mean[c] = sum / count));
  const variance = new Float64Array(shape[axis]!);
  for (let i = 0; i < x.length; i++) variance[channel(i)]! += (x[i]! - mean[channel(i)]!) ** 2;
  variance.forEach((sum, c) => (variance[c] = sum / count));
  return { mean, variance, count };
}

export interface Affine {
  readonly gamma?: ArrayLike<number> | undefined;
  readonly beta?: ArrayLike<number> | undefined;
  readonly epsilon: number;
}

/** γ·(x − mean)/√(variance + ε) + β, with one number per channel; a missing γ is 1, a missing β is 0. */
export function normalized(
  x: ArrayLike<number>,
  channel: (index: number) => number,
  { mean, variance }: Moments,
  { gamma, beta, epsilon }: Affine,
): Float64Array {
  return Float64Array.from(x, (value, i) => {
    const c = channel(i);
    const unit = (value - mean[c]!) / Math.sqrt(variance[c]! + epsilon);
    return unit * (gamma?.[c] ?? 1) + (beta?.[c] ?? 0);
  });
}

/** What the fused implementation stores instead of the biased variance of `count` numbers. */
export const bessel = (count: number): number => count / Math.max(count - 1, 1);
