import type { FigureModel, FigureParts } from "@/components/live-figure/figure-parts";
import { posterOf } from "@/components/live-figure/poster";

/** What a figure draws before its first result. */
export function posterModelOf<Model extends FigureModel, Result>(
  parts: FigureParts<Model, Result>,
): Model {
  const { experiment, result } = posterOf(parts);
  return parts.model(experiment, result);
}
