import type { CodeSource, RunProgram } from "@/components/code-export/subject";
import { keptChannels } from "@/components/live-figure/channels";
import type { CodeContext, FigureModel, FigureParts } from "@/components/live-figure/figure-parts";
import { landmarksOf } from "@/components/measures/landmarks";
import type { RunData } from "@/components/measures/run-data";
import { compareRuns } from "./compare-runs";
import { RunFindings } from "./run-findings";

/** What every figure of a run says of itself, besides what it alone draws. */
export interface RunModel extends FigureModel {
  readonly channelName: string;
  readonly channelNames: readonly string[];
}

/** What a figure has in common with all that are of a run. */
type OfRun = "channels" | "hasSteps" | "landmarks" | "fileName" | "code" | "compare" | "Verdict";

/** A figure whose numbers come from a run of an experiment. */
export type RunFigure<Model extends RunModel, Data extends RunData = RunData> = Omit<
  FigureParts<Model, Data>,
  OfRun
> & {
  /** What its program must print and say besides what every step's does. */
  readonly program?: RunProgram;
};

const codeOf =
  (program: RunProgram) =>
  ({ shown, experiment, refusal }: CodeContext<RunModel, RunData>): CodeSource =>
    refusal === null
      ? { kind: "run", experiment: shown.experiment, step: shown.result.chosen, ...program }
      : { kind: "refused", experiment, message: refusal.message };

/** The whole of a figure of a run. */
export const runFigure = <Model extends RunModel, Data extends RunData>({
  program = {},
  ...figure
}: RunFigure<Model, Data>): FigureParts<Model, Data> => ({
  ...figure,
  channels: keptChannels,
  landmarks: ({ statistics }, place, { epsilon }) => landmarksOf(statistics, place, epsilon),
  fileName: ({ channelName }) => `${figure.widget.id}-${channelName}`,
  code: codeOf(program),
  compare: compareRuns,
  Verdict: RunFindings,
});
