import { formatNumber } from "./number";

interface Summary {
  readonly mean: number;
  readonly deviation: number;
}

/** Sums in float32 leave a dust that means nothing beside what was summed; these shares of it are told as 0. */
const dust = { ofScale: 1e-4, ofMean: 1e-6 } as const;

/** A summary without rounding's dust; `scale` is what x̂ was multiplied with, where the numbers are a layer's outputs. */
export function withoutDust({ mean, deviation }: Summary, scale = 0): Summary {
  const size = Math.abs(scale);
  const isDust = deviation < Math.max(dust.ofScale * size, dust.ofMean * Math.abs(mean));
  const isCentred = Math.abs(mean) < dust.ofScale * Math.max(deviation, size);
  return { mean: isCentred ? 0 : mean, deviation: isDust ? 0 : deviation };
}

/** The same in words. */
export function formatSummary(summary: Summary, scale = 0): string {
  const { mean, deviation } = withoutDust(summary, scale);
  return `mean ${formatNumber(mean, 3)} and deviation ${formatNumber(deviation, 3)}`;
}
