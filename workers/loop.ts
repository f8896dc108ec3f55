import { loopSteps } from "../engine/graph/training-loop";
import type { LoopLayer } from "../engine/graph/training-loop";
import type { TrainingLoop } from "../engine/types";
import type { RunRequest } from "./contract";
import { rememberedSource, sourceKeyOf } from "./data/remembered-source";
import { firstRecorded } from "../engine/spec/run/recorded-part";
import { stepped } from "./progress";
import type { OnStep } from "./progress";
import { Recent } from "./recent";
import { bytesOf } from "./transfer";

const loops = new Recent<TrainingLoop>(4, { bytes: 32_000_000, bytesOf });

/** Runs a training loop on a deferred graph. It is remembered, so that a switch set back shows its figure at once. */
export async function loop(request: RunRequest, onStep: OnStep): Promise<TrainingLoop> {
  const { steps, seed, learning_rate, run_update_ops, collect_before_layer } = request.run;
  const { channel } = request.run;
  const settings = {
    layer: layerOf(request),
    steps,
    seed,
    learningRate: learning_rate,
    runUpdateOps: run_update_ops,
    collectBeforeLayer: collect_before_layer,
  };
  const kept = firstRecorded(steps, channel);
  const key = JSON.stringify([sourceKeyOf(request.run), settings, kept]);
  const made = await loops.get(key, async () => {
    const source = await rememberedSource(request);
    return stepped(loopSteps(source, { ...settings, channel }), steps, onStep);
  });
  // The result is moved to the page, so what is remembered must be a copy's original.
  return structuredClone(made);
}

const layerOf = ({ layer }: RunRequest): LoopLayer => ({
  momentum: layer.momentum,
  epsilon: layer.epsilon,
  moving_mean_initializer: layer.moving_mean_initializer,
  moving_variance_initializer: layer.moving_variance_initializer,
});
