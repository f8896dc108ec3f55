import { everyChannel } from "@/components/live-figure/channels";
import type { FigureParts } from "@/components/live-figure/figure-parts";
import type { FusedChoice } from "@/engine/types/fused-choice";
import { codeOf, refusedCode } from "./code";
import { compareChoices } from "./compare";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { channelNamesOf, figureModel } from "./model";
import { posterChoice } from "./poster";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { fused } from "./widget";

export const parts: FigureParts<FigureModel, FusedChoice> = {
  widget: fused,
  model: figureModel,
  poster: posterChoice,
  draws: ["step"],
  channels: everyChannel(channelNamesOf),
  fileName: ({ choice }) => `fused-${choice.shape.join("x")}`,
  code: ({ shown, model, experiment, refusal }) =>
    refusal === null
      ? codeOf(shown.experiment, shown.result, model.step)
      : refusedCode(experiment, refusal.message),
  compare: compareChoices,
  Figure,
  Reading,
  Tables,
};
