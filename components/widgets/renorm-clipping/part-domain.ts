import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import type { CorrectionSeries } from "./figure-model";

/**
 * The domain of r or d: what was applied in any step, what nine of ten steps would have had, and the bounds that lie
 * nearby. The first steps of a run ask for corrections a hundred times as large; they stand at the edge.
 */
export function partDomain(series: Omit<CorrectionSeries, "domain">): readonly [number, number] {
  const { applied, unclipped, neutral } = series;
  const sorted = unclipped.filter(Number.isFinite).sort();
  const usual = [0.05, 0.95].map(
    (share) => sorted[Math.round(share * (sorted.length - 1))] ?? neutral,
  );
  const [low, high] = finiteExtent(usualOnly(applied, usual), usual, [neutral]) ?? [0, 1];
  const reach = high - low || 1;
  const bounds = [...series.lower, ...series.upper].filter(
    (bound) => bound >= low - reach / 2 && bound <= high + reach / 2,
  );
  return roundedDomain(finiteExtent([low, high], bounds));
}

/** Without bounds what was applied is what was asked for, first steps and all. */
const usualOnly = (applied: Float64Array, usual: readonly number[]): Float64Array => {
  const [low = 0, high = 0] = usual;
  const reach = 3 * (high - low) || 1;
  return applied.filter((value) => value >= low - reach && value <= high + reach);
};
