import generated from "@/content/posters/batch-vs-moving.generated.json";
import { posterRun } from "@/components/run-figure/poster-run";
import { runFigure } from "@/components/run-figure/run-figure";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { figureModel } from "./model";
import type { PathsData } from "./model";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { batchVsMoving } from "./widget";

export const parts = runFigure<FigureModel, PathsData>({
  widget: batchVsMoving,
  model: figureModel,
  poster: posterRun(generated) as PathsData,
  Figure,
  Reading,
  Tables,
});
