import generated from "@/content/posters/frozen.generated.json";
import { posterRun } from "@/components/run-figure/poster-run";
import { runFigure } from "@/components/run-figure/run-figure";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { figureModel } from "./model";
import type { FreezingData } from "./model";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { frozen } from "./widget";

export const parts = runFigure<FigureModel, FreezingData>({
  widget: frozen,
  program: {
    tables:
      "The tables behind the figure have the outputs as mean and deviation over the batch. Where an optimizer still trains γ and β, those of inference mode are of γ and β after its step.",
  },
  model: figureModel,
  poster: posterRun(generated) as FreezingData,
  Figure,
  Reading,
  Tables,
});
