import { widgets } from "../../../components/widgets/registry";
import { freezingInVersions } from "../../../engine/inspection/freezing";
import { freezingRecorder } from "../../../engine/training/freezing-recorder";
import { layerConfigOf, startOf } from "../../../engine/spec/experiment";
import { runPoster } from "./run-poster";

/** The run at the figure's start, with its outputs over the steps, and what freezing does in every version. */
export function frozen(): unknown {
  const { steps, means } = startOf(widgets.frozen);
  const recorder = freezingRecorder(steps, means.length);
  return runPoster(
    widgets.frozen,
    1,
    (run, experiment) => ({
      freezing: recorder.history,
      versions: freezingInVersions(layerConfigOf(experiment), run.inputsAt(1), experiment.seed),
    }),
    recorder.observe,
  );
}
