import { figureModel } from "@/components/widgets/adjustment/model";
import type { FigureModel } from "@/components/widgets/adjustment/figure-model";
import { adjustment } from "@/components/widgets/adjustment/widget";
import { decode } from "@/components/state/url-codec";
import { layerConfigOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { adjustmentRecorder, drawnAt } from "@/engine/training/adjustment-recorder";
import type { TrainingRun } from "@/engine/training/training-run";
import { unadjustedOutputs } from "@/engine/training/unadjusted";
import { runOf } from "../../support/run-of";

interface Ran {
  readonly run: TrainingRun;
  readonly model: FigureModel;
}

/** The figure of an experiment, which is its start but for `patch`, and its run. */
export function ran(patch: Partial<Experiment> = {}): Ran {
  const experiment = { ...startOf(adjustment), ...patch };
  const { step, profile } = experiment;
  const recorder = adjustmentRecorder(experiment.steps);
  const run = runOf(experiment, recorder.observe);
  const history = recorder.history();
  const model = figureModel(experiment, {
    statistics: run.statistics,
    chosen: run.inspect(step),
    history,
    drawn: history && drawnAt(history, step),
    unadjusted: unadjustedOutputs(run, layerConfigOf(experiment), step, profile),
  });
  return { run, model };
}

export const figureOf = (patch: Partial<Experiment> = {}): FigureModel => ran(patch).model;

/** The figure of a link. */
export const figureAt = (query: string): FigureModel =>
  figureOf(decode(Object.fromEntries(new URLSearchParams(query)), startOf(adjustment)).experiment);
