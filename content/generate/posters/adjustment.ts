import { widgets } from "../../../components/widgets/registry";
import { adjustmentRecorder, drawnAt } from "../../../engine/training/adjustment-recorder";
import { unadjustedOutputs } from "../../../engine/training/unadjusted";
import { layerConfigOf, startOf } from "../../../engine/spec/experiment";
import { only, short } from "./default-run";
import { runPoster } from "./run-poster";

/** The run at the figure's start, with all draws of its step, and that step without them. */
export function adjustment(): unknown {
  const recorder = adjustmentRecorder(startOf(widgets.adjustment).steps);
  return runPoster(
    widgets.adjustment,
    1,
    (run, experiment) => {
      const history = recorder.history();
      if (history === null) throw new TypeError("the start has an adjustment");
      const { count, scale, bias } = history;
      const drawn = drawnAt(history, experiment.step);
      return {
        history: { first: 0, count: 1, scale: only(scale, count, 0), bias: only(bias, count, 0) },
        // The picture shows every feature of the step.
        drawn: { first: 0, count, scale: short(drawn.scale), bias: short(drawn.bias) },
        unadjusted: unadjustedOutputs(run, layerConfigOf(experiment), experiment.step),
      };
    },
    recorder.observe,
  );
}
