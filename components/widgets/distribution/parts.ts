import generated from "@/content/posters/distribution.generated.json";
import { posterRun } from "@/components/run-figure/poster-run";
import type { RunData } from "@/components/measures/run-data";
import { runFigure } from "@/components/run-figure/run-figure";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { figureModel } from "./model";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { distribution } from "./widget";

export const parts = runFigure<FigureModel, RunData>({
  widget: distribution,
  model: figureModel,
  poster: posterRun(generated),
  Figure,
  Reading,
  Tables,
});
