import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import type { StatisticSeries } from "./series";

/**
 * The domain comes from the batches, the population and the initial value. The moving statistic stays between
 * those for every momentum from 0 to 1, so the axis stands still while momentum moves.
 */
export function domainOf(
  { batch, population, moving }: Pick<StatisticSeries, "batch" | "population" | "moving">,
  which: "mean" | "variance",
): readonly [number, number] {
  const initial = moving.subarray(0, 1);
  const anchors = which === "variance" ? [0] : [];
  return roundedDomain(finiteExtent(batch, population, initial, anchors));
}
