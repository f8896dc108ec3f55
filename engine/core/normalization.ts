/** The line y = x · scale + offset that a channel's normalization amounts to. */
export interface Normalization {
  readonly inverseDeviation: Float64Array;
  readonly scale: Float64Array;
  readonly offset: Float64Array;
}

/**
 * Composes γ · (x − μ)/√(v + ε) + β into one scale and one offset per channel:
 *
 *   scale = γ/√(v + ε),  offset = β − μ · scale.
 *
 * All arrays hold one float64 per channel; a missing γ is 1, a missing β is 0.
 */
export function composeNormalization(
  statistics: { readonly mean: Float64Array; readonly variance: Float64Array },
  epsilon: number,
  parameters: { readonly gamma: ArrayLike<number> | null; readonly beta: ArrayLike<number> | null },
): Normalization {
  const { mean, variance } = statistics;
  const { gamma, beta } = parameters;
  const inverseDeviation = variance.map((v) => 1 / Math.sqrt(v + epsilon));
  const scale = inverseDeviation.map((inverse, c) => inverse * (gamma?.[c] ?? 1));
  const offset = scale.map((s, c) => (beta?.[c] ?? 0) - mean[c]! * s);
  return { inverseDeviation, scale, offset };
}
