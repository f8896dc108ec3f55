import generated from "@/content/posters/renorm-clipping.generated.json";
import { posterRun } from "@/components/run-figure/poster-run";
import type { RunData } from "@/components/measures/run-data";
import { runFigure } from "@/components/run-figure/run-figure";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { figureModel } from "./model";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { renormClipping } from "./widget";

export const parts = runFigure<FigureModel, RunData>({
  widget: renormClipping,
  model: figureModel,
  poster: posterRun(generated),
  Figure,
  Reading,
  Tables,
});
