import type { Grouping } from "@/engine/types/grouping";
import { shapeText } from "./axes";
import type { Fact } from "./figure-model";

/** What follows from shape and axes, as the layer says it. */
export function factsOf({ shared }: Grouping): readonly Fact[] {
  if (shared === null) return [];
  const parameters = shapeText(shared.parameterShape);
  const { reductionAxes, ghostBatches, channelCount } = shared;
  const statistics =
    ghostBatches === 1
      ? String(channelCount)
      : `${ghostBatches} ghost batches × ${channelCount} = ${ghostBatches * channelCount}`;
  return [
    {
      name: "averaged over axes",
      value: reductionAxes.length === 0 ? "none" : reductionAxes.join(", "),
    },
    { name: "statistics", value: statistics },
    { name: "m, elements behind each", value: String(shared.samplesPerStatistic) },
    { name: "shape of γ and β", value: parameters },
    {
      name: "shape of moving statistics",
      value: shared.hasMovingStatistics ? parameters : "there are none",
    },
    {
      name: "implementation",
      value: shared.fused ? "fused" : "not fused",
    },
  ];
}
