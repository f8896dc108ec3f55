import generated from "@/content/posters/train-vs-inference.generated.json";
import { posterRun } from "@/components/run-figure/poster-run";
import { runFigure } from "@/components/run-figure/run-figure";
import { beyondBatch } from "@/components/state/beyond-data";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { figureModel } from "./model";
import type { CompanyData } from "./model";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { trainVsInference } from "./widget";

export const parts = runFigure<FigureModel, CompanyData>({
  widget: trainVsInference,
  model: figureModel,
  poster: posterRun(generated) as CompanyData,
  warnings: ({ example }, { examples }) => beyondBatch(example, examples),
  Figure,
  Reading,
  Tables,
});
