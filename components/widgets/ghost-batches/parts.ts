import generated from "@/content/posters/ghost-batches.generated.json";
import { posterRun } from "@/components/run-figure/poster-run";
import type { RunData } from "@/components/measures/run-data";
import { runFigure } from "@/components/run-figure/run-figure";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { Lead } from "./lead";
import { figureModel } from "./model";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { ghostBatches } from "./widget";

export const parts = runFigure<FigureModel, RunData>({
  widget: ghostBatches,
  model: figureModel,
  poster: posterRun(generated),
  Lead,
  Figure,
  Reading,
  Tables,
});
