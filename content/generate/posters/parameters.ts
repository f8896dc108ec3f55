import { widgets } from "../../../components/widgets/registry";
import { initialDraws } from "../../../engine/inspection/initial-draws";
import { layerConfigOf } from "../../../engine/spec/experiment";
import { runPoster } from "./run-poster";

/** The run at the figure's start, with first values of the parameter that it follows. */
export const parameters = (): unknown =>
  runPoster(widgets.parameters, 1, ({ statistics }, experiment) => ({
    draws: initialDraws({
      layer: layerConfigOf(experiment),
      parameter: experiment.parameter,
      shape: [experiment.batch_size, statistics.channels.length],
      profile: experiment.profile,
      seed: experiment.seed,
    }),
  }));
