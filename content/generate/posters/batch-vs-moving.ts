import { widgets } from "../../../components/widgets/registry";
import { layerConfigOf } from "../../../engine/spec/experiment";
import { fusedVariance } from "../../../engine/training/fused-variance";
import { runPoster } from "./run-poster";

/** The run at the figure's start, with its moving variance on the other path. */
export const batchVsMoving = (): unknown =>
  runPoster(widgets["batch-vs-moving"], 1, ({ statistics }, experiment) => ({
    fusedVariance: fusedVariance(statistics, layerConfigOf(experiment), {
      profile: experiment.profile,
      seed: experiment.seed,
      batchSize: experiment.batch_size,
    }),
  }));
