import generated from "@/content/posters/normalize-steps.generated.json";
import { posterRun } from "@/components/run-figure/poster-run";
import type { RunData } from "@/components/measures/run-data";
import { runFigure } from "@/components/run-figure/run-figure";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { figureModel } from "./model";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { warningsFor } from "./warnings";
import { normalizeSteps } from "./widget";

export const parts = runFigure<FigureModel, RunData>({
  widget: normalizeSteps,
  model: figureModel,
  poster: posterRun(generated),
  draws: ["channel", "example", "stage", "edits"],
  warnings: warningsFor,
  Figure,
  Reading,
  Tables,
});
