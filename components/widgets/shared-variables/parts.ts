import { everyChannel } from "@/components/live-figure/channels";
import type { FigureParts } from "@/components/live-figure/figure-parts";
import type { SharedVariables } from "@/engine/types/shared-variables";
import { codeOf } from "./code";
import { compareCalls } from "./compare";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { figureModel } from "./model";
import { posterCalls } from "./poster";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { sharedVariables } from "./widget";

export const parts: FigureParts<FigureModel, SharedVariables> = {
  widget: sharedVariables,
  model: figureModel,
  poster: posterCalls,
  draws: ["step"],
  channels: everyChannel(({ channels }) => channels),
  fileName: ({ channelName }) => `shared-variables-${channelName}`,
  code: ({ shown, model, experiment, refusal }) =>
    refusal === null
      ? codeOf(shown.experiment, shown.result, model.step)
      : { kind: "refused", experiment, message: refusal.message },
  compare: compareCalls,
  Figure,
  Reading,
  Tables,
};
