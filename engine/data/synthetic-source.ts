import { normal, unitStudentT } from "../random/distributions";
import { generatorFor } from "../random/generator";
import type { Generator } from "../random/generator";
import type { Batch, BatchSource, Population } from "./batch-source";

export interface SyntheticSettings {
  readonly kind: "gaussian" | "drift" | "heavy-tail" | "constant";
  /** How many channels there are; as many as means unless given. */
  readonly channels?: number | null;
  /** One per channel; a shorter list repeats. */
  readonly means: readonly number[];
  /** One per channel; a shorter list repeats. */
  readonly deviations: readonly number[];
  /** For `drift`: how far the means move per step, in deviations. */
  readonly driftPerStep: number;
  /** For `heavy-tail`: above 2, so that the variance exists. */
  readonly degreesOfFreedom: number;
}

/**
 * Draws every batch fresh from a known distribution, so that the population is exact rather than estimated.
 * `constant` holds the first channel at its mean.
 */
export function syntheticSource(
  settings: SyntheticSettings,
  batchSize: number,
  seed: number,
): BatchSource {
  const { kind } = settings;
  const means = Array.from(
    { length: settings.channels ?? settings.means.length },
    (_, c) => settings.means[c % settings.means.length]!,
  );
  const deviations = means.map((_, c) =>
    kind === "constant" && c === 0 ? 0 : settings.deviations[c % settings.deviations.length]!,
  );
  const standardNumber = (random: Generator): number =>
    kind === "heavy-tail" ? unitStudentT(random, settings.degreesOfFreedom) : normal(random);
  const meansAt = (step: number): Float64Array => {
    const drift = kind === "drift" ? settings.driftPerStep * (step - 1) : 0;
    return Float64Array.from(means, (mean, c) => mean + drift * deviations[c]!);
  };
  const variance = Float64Array.from(deviations, (deviation) => deviation ** 2);

  return {
    channels: means.map((_, c) => `channel ${c}`),
    batchSize,
    population: (step): Population => ({ mean: meansAt(step), variance }),
    batch(step): Batch {
      const random = generatorFor(seed, step);
      const mean = meansAt(step);
      const width = means.length;
      const values = new Float64Array(batchSize * width);
      for (let i = 0; i < values.length; i++) {
        const c = i % width;
        values[i] = mean[c]! + deviations[c]! * standardNumber(random);
      }
      return { values };
    },
  };
}
