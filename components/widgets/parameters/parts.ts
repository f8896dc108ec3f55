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
  program: {
    tables:
      "Of the tables behind the figure it has the penalty of the step, where there is a regularizer, and begins with γ and β as the row of the step before has them. Gradients, what the optimizer proposes and what the constraint makes of it are not in it.",
  },
  model: figureModel,
  poster: posterRun(generated) as ParametersData,
  Figure,
  Reading,
  Tables,
});
