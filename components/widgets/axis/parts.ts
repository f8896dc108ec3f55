import type { FigureParts } from "@/components/live-figure/figure-parts";
import { beyondTensor } from "@/components/state/beyond-data";
import type { Grouping } from "@/engine/types/grouping";
import { codeOf, refusedCode } from "./code";
import { compareGroupings } from "./compare";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { figureModel } from "./model";
import { posterGrouping } from "./poster";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { axis } from "./widget";

export const parts: FigureParts<FigureModel, Grouping> = {
  widget: axis,
  model: figureModel,
  poster: posterGrouping,
  draws: ["element"],
  // A layer is called once.
  hasSteps: false,
  fileName: ({ grouping }) => `axis-${grouping.shape.join("x")}`,
  code: ({ shown, experiment, refusal }) =>
    refusal === null
      ? codeOf(shown.experiment, shown.result)
      : refusedCode(experiment, refusal.message),
  warnings: ({ element }, { grouping }) => beyondTensor(element, grouping.values.length),
  compare: compareGroupings,
  Figure,
  Reading,
  Tables,
};
