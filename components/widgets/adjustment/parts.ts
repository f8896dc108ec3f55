import generated from "@/content/posters/adjustment.generated.json";
import { posterRun } from "@/components/run-figure/poster-run";
import { runFigure } from "@/components/run-figure/run-figure";
import { beyondBatch } from "@/components/state/beyond-data";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { figureModel } from "./model";
import type { AdjustedData } from "./model";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { adjustment } from "./widget";

export const parts = runFigure<FigureModel, AdjustedData>({
  widget: adjustment,
  model: figureModel,
  poster: posterRun(generated) as AdjustedData,
  warnings: ({ example }, { examples }) => beyondBatch(example, examples),
  Figure,
  Reading,
  Tables,
});
