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
  program: {
    tables:
      "The first table has the outputs of one example, in inference mode with the weights that the step found: inference_output_before. The program computes the batch of the run, as the figure's company of the whole batch does; a batch with other examples, an outlier or other padding has other training outputs.",
    inferenceBefore: true,
  },
  model: figureModel,
  poster: posterRun(generated) as CompanyData,
  warnings: ({ example }, { examples }) => beyondBatch(example, examples),
  Figure,
  Reading,
  Tables,
});
