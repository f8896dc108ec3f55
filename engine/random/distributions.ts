import type { Generator } from "./generator";

/** A standard normal number, by the Box–Muller transform. */
export function normal(random: Generator): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/**
 * A Student t number scaled to unit variance, for more than two degrees of freedom ν:
 * t = z · √(ν/w) · √((ν − 2)/ν), with w chi-squared.
 */
export function unitStudentT(random: Generator, degreesOfFreedom: number): number {
  const chiSquared = 2 * gamma(random, degreesOfFreedom / 2);
  return normal(random) * Math.sqrt((degreesOfFreedom - 2) / chiSquared);
}

/** A Gamma(shape, 1) number for shape ≥ 1, by rejection (Marsaglia & Tsang 2000). */
function gamma(random: Generator, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A uniformly random order of 0 … n − 1 (Fisher–Yates). */
export function permutation(random: Generator, n: number): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
