import { keptChannels } from "@/components/live-figure/channels";
import type { FigureParts } from "@/components/live-figure/figure-parts";
import { compareLoops } from "./compare";
import { Figure } from "./figure";
import type { FigureModel, LoopData } from "./figure-model";
import { figureModel } from "./model";
import { posterLoop } from "./poster";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { updateOps } from "./widget";

export const parts: FigureParts<FigureModel, LoopData> = {
  widget: updateOps,
  model: figureModel,
  poster: posterLoop,
  draws: ["step"],
  channels: keptChannels,
  fileName: ({ channelName }) => `update-ops-${channelName}`,
  code: ({ experiment, model }) => ({
    kind: "loop",
    experiment,
    channels: model.channelNames.length,
  }),
  compare: compareLoops,
  Figure,
  Reading,
  Tables,
};
