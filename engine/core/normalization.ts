import { unrounded } from "./rounding";
import type { Rounding } from "./rounding";

/** The line y = x · scale + offset that a channel's normalization amounts to. */
export interface Normalization {
  readonly inverseDeviation: Float64Array;
  readonly scale: Float64Array;
  readonly offset: Float64Array;
}

/** What follows the division by the deviation: a scale and an offset for each parameter channel; null is 1 or 0. */
export interface AffineParameters {
  readonly gamma: ArrayLike<number> | null;
  readonly beta: ArrayLike<number> | null;
}

/**
 * Composes γ · (x − μ)/√(v + ε) + β into one scale and one offset per channel:
 *
 *   scale = γ/√(v + ε),  offset = β − μ · scale.
 *
 * `mean` and `variance` hold one float64 per channel of every ghost batch; γ and β hold one per channel, shared by
 * the ghost batches. A missing γ is 1, a missing β is 0. Every operand and every result is rounded.
 */
export function composeNormalization(
  statistics: { readonly mean: Float64Array; readonly variance: Float64Array },
  epsilon: number,
  parameters: AffineParameters,
  round: Rounding = unrounded,
): Normalization {
  const { mean, variance } = statistics;
  const { gamma, beta } = parameters;
  const shared = gamma?.length ?? beta?.length ?? mean.length;
  const inverseDeviation = variance.map((v) =>
    round(1 / round(Math.sqrt(round(round(v) + round(epsilon))))),
  );
  const scale = inverseDeviation.map((inverse, c) =>
    round(inverse * round(gamma?.[c % shared] ?? 1)),
  );
  const offset = scale.map((s, c) =>
    round(round(beta?.[c % shared] ?? 0) - round(round(mean[c]!) * s)),
  );
  return { inverseDeviation, scale, offset };
}

/** Composes two affine maps, `first` before `then`: u ↦ (u·s₁ + o₁)·s₂ + o₂, one pair per parameter channel. */
export function composeAffine(
  first: AffineParameters,
  then: AffineParameters,
  round: Rounding = unrounded,
): AffineParameters {
  const scaled = (values: ArrayLike<number> | null): ArrayLike<number> | null => {
    if (values === null || then.gamma === null) return values;
    const by = then.gamma;
    return Float64Array.from(values, (value, c) => round(value * by[c]!));
  };
  const offset = scaled(first.beta);
  return {
    gamma: first.gamma === null ? then.gamma : scaled(first.gamma),
    beta:
      offset === null || then.beta === null
        ? (offset ?? then.beta)
        : Float64Array.from(offset, (value, c) => round(value + then.beta![c]!)),
  };
}
