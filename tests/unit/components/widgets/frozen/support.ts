import { figureModel } from "@/components/widgets/frozen/model";
import type { FreezingData } from "@/components/widgets/frozen/model";
import type { CaseModel, FigureModel } from "@/components/widgets/frozen/figure-model";
import { frozen } from "@/components/widgets/frozen/widget";
import { decode } from "@/components/state/url-codec";
import { freezingInVersions } from "@/engine/inspection/freezing";
import { layerConfigOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { freezingRecorder } from "@/engine/training/freezing-recorder";
import { runOf, sourceOf } from "../../support/run-of";

/** The figure of an experiment, which is its start but for `patch`. */
export function figureOf(patch: Partial<Experiment> = {}): FigureModel {
  const experiment = { ...startOf(frozen), ...patch };
  const { channels } = sourceOf(experiment);
  const recorder = freezingRecorder(experiment.steps, channels.length);
  const run = runOf(experiment, recorder.observe);
  const data: FreezingData = {
    statistics: run.statistics,
    chosen: run.inspect(experiment.step),
    freezing: recorder.history,
    versions: freezingInVersions(layerConfigOf(experiment), run.inputsAt(1), experiment.seed),
  };
  return figureModel(experiment, data);
}

/** The figure of a link. */
export const figureAt = (query: string): FigureModel =>
  figureOf(decode(Object.fromEntries(new URLSearchParams(query)), startOf(frozen)).experiment);

export function the(
  { versions }: FigureModel,
  profile: string,
  trainable: boolean,
  training: boolean,
): CaseModel {
  const found = versions
    .find((version) => version.profile === profile)
    ?.cases?.find((each) => each.trainable === trainable && each.training === training);
  if (found === undefined) throw new Error(`there is no such case of ${profile}`);
  return found;
}
