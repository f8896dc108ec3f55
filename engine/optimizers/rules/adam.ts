import { requireBoolean, requireFinite, requireLength } from "./update-rule";
import type { UpdateRule } from "./update-rule";

export interface AdamOptions {
  /** lr; 0.001 unless given. */
  readonly learning_rate?: number;
  /** β₁; 0.9 unless given. */
  readonly beta_1?: number;
  /** β₂; 0.999 unless given. */
  readonly beta_2?: number;
  /** ε, the "epsilon hat" of the paper; 1e-7 unless given. */
  readonly epsilon?: number;
  readonly amsgrad?: boolean;
}

/**
 * Adam: m ← m + (1 − β₁)(g − m), v ← v + (1 − β₂)(g² − v), then w ← w − lr_t m/(√v + ε) with
 * lr_t = lr √(1 − β₂ᵗ)/(1 − β₁ᵗ). m and v start at 0, t at 1. With `amsgrad`, √v̂ takes the place of √v, with
 * v̂ ← max(v̂, v).
 *
 * Throws a ValueError for an option that is not finite (`tf_keras.optimizers.Adam`; Kingma & Ba 2015, the form
 * before section 2.1; Reddi et al. 2018).
 */
export function adam(options: AdamOptions = {}): UpdateRule {
  const settings = {
    learning_rate: options.learning_rate ?? 0.001,
    beta_1: options.beta_1 ?? 0.9,
    beta_2: options.beta_2 ?? 0.999,
    epsilon: options.epsilon ?? 1e-7,
  };
  const { amsgrad = false } = options;
  for (const [name, value] of Object.entries(settings)) requireFinite(name, value);
  requireBoolean("amsgrad", amsgrad);
  return adamFrom({ ...settings, amsgrad }, new Map());
}

interface Slots {
  /** t of the last update. */
  readonly t: number;
  readonly m: Float64Array;
  readonly v: Float64Array;
  /** The largest v so far, element by element. */
  readonly vHat: Float64Array;
}

const noUpdates = (length: number): Slots => ({
  t: 0,
  m: new Float64Array(length),
  v: new Float64Array(length),
  vHat: new Float64Array(length),
});

function adamFrom(settings: Required<AdamOptions>, kept: Map<string, Slots>): UpdateRule {
  const { learning_rate: rate, beta_1: beta1, beta_2: beta2, epsilon, amsgrad } = settings;
  return {
    update(key, value, gradient, step) {
      const before = kept.get(key) ?? noUpdates(value.length);
      requireLength("gradient", gradient, value.length);
      requireLength(`slots of ${key}`, before.m, value.length);
      const t = step ?? before.t + 1;
      const alpha = (rate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
      const m = before.m.map((one, i) => one + (gradient[i]! - one) * (1 - beta1));
      const v = before.v.map((one, i) => one + (gradient[i]! ** 2 - one) * (1 - beta2));
      const vHat = before.vHat.map((one, i) => Math.max(one, v[i]!));
      const divisor = amsgrad ? vHat : v;
      const updated = value.map((w, i) => w - (m[i]! * alpha) / (Math.sqrt(divisor[i]!) + epsilon));
      kept.set(key, { t, m, v, vHat });
      return updated;
    },
    copy: () => adamFrom(settings, new Map(kept)),
  };
}
