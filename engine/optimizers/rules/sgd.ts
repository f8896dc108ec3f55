import { requireBetween0And1, requireBoolean, requireFinite, requireLength } from "./update-rule";
import type { UpdateRule } from "./update-rule";

export interface SgdOptions {
  /** lr; 0.01 unless given. */
  readonly learning_rate?: number;
  /** μ, from 0 to 1; 0 unless given. */
  readonly momentum?: number;
  readonly nesterov?: boolean;
}

/**
 * Gradient descent with momentum: v ← μ v − lr g, then w ← w + v, or with Nesterov's momentum
 * w ← w + μ v − lr g, with the new v. v starts at 0.
 *
 * Throws a ValueError for a momentum outside [0, 1] and for a learning rate that is not finite
 * (`tf_keras.optimizers.SGD`; Sutskever et al. 2013).
 */
export function sgd(options: SgdOptions = {}): UpdateRule {
  const { learning_rate: rate = 0.01, momentum = 0, nesterov = false } = options;
  requireFinite("learning_rate", rate);
  requireBetween0And1("momentum", momentum);
  requireBoolean("nesterov", nesterov);
  return sgdFrom({ rate, momentum, nesterov }, new Map());
}

interface Settings {
  readonly rate: number;
  readonly momentum: number;
  readonly nesterov: boolean;
}

function sgdFrom(settings: Settings, velocities: Map<string, Float64Array>): UpdateRule {
  const { rate, momentum, nesterov } = settings;
  return {
    update(key, value, gradient) {
      const before = velocities.get(key) ?? new Float64Array(value.length);
      requireLength("gradient", gradient, value.length);
      requireLength(`velocity of ${key}`, before, value.length);
      const velocity = before.map((v, i) => -gradient[i]! * rate + v * momentum);
      const updated = value.map((w, i) => {
        const v = velocity[i]!;
        return w + (nesterov ? -gradient[i]! * rate + v * momentum : v);
      });
      velocities.set(key, velocity);
      return updated;
    },
    copy: () => sgdFrom(settings, new Map(velocities)),
  };
}
