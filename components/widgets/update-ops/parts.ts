import { keptChannels } from "@/components/live-figure/channels";
import type { FigureParts } from "@/components/live-figure/figure-parts";
import { landmarksOf } from "@/components/measures/landmarks";
import { RunFindings } from "@/components/run-figure/run-findings";
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
  channels: keptChannels,
  fileName: ({ channelName }) => `update-ops-${channelName}`,
  landmarks: ({ statistics }, place, { epsilon }) => landmarksOf(statistics, place, epsilon),
  code: ({ shown, experiment, refusal, model }) => ({
    kind: "loop",
    experiment: refusal === null ? shown.experiment : experiment,
    channels: model.channelNames.length,
    shown: refusal ?? shown.result.chosen,
  }),
  compare: compareLoops,
  Figure,
  Verdict: RunFindings,
  Reading,
  Tables,
};
