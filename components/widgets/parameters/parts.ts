import generated from "@/content/posters/parameters.generated.json";
import { posterRun } from "@/components/run-figure/poster-run";
import { runFigure } from "@/components/run-figure/run-figure";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { figureModel } from "./model";
import type { ParametersData } from "./model";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { parameters } from "./widget";

export const parts = runFigure<FigureModel, ParametersData>({
  widget: parameters,
  model: figureModel,
  poster: posterRun(generated) as ParametersData,
  Figure,
  Reading,
  Tables,
});
