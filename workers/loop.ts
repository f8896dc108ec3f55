import type { LoopLayer } from "../engine/graph/loop-program";
import { loopSteps } from "../engine/graph/training-loop";
import type { LoopRun } from "../engine/graph/training-loop";
import { firstRecorded } from "../engine/spec/run/recorded-part";
import type { RunRequest, Sent } from "./contract";
import { rememberedSource, sourceKeyOf } from "./data/remembered-source";
import { stepped } from "./progress";
import type { OnStep } from "./progress";
import { Recent } from "./recent";
import { chosenStep, namedRun } from "./trained";
import { bytesOf } from "./transfer";

/** A switch set back shows its figure at once. */
const loops = new Recent<LoopRun>(4, {
  bytes: 32_000_000,
  bytesOf: ({ loop: made }) => bytesOf(made),
});

/**
 * Runs a training loop on a deferred graph, and again what leads to the step that is looked at. What the page has of the
 * loop stays here.
 */
export async function loop(request: RunRequest, onStep: OnStep): Promise<Sent<"trainingLoop">> {
  const settings = settingsOf(request);
  const { steps, channel } = request.run;
  const kept = firstRecorded(steps, channel);
  const key = JSON.stringify([sourceKeyOf(request.run), settings, kept]);
  const made = await loops.get(key, async () => {
    const source = await rememberedSource(request);
    return stepped(loopSteps(source, { ...settings, channel }), steps, onStep);
  });
  const step = chosenStep(request.run);
  await stepped(made.approach(step), step, onStep);
  const { statistics, ...history } = made.loop;
  const { name, once } = namedRun(request, key);
  return {
    run: name,
    statistics: once(() => statistics),
    loop: once(() => history),
    chosen: made.inspect(step),
  };
}

const settingsOf = ({ layer, run }: RunRequest) => ({
  layer: layerOf(layer),
  steps: run.steps,
  seed: run.seed,
  learningRate: run.learning_rate,
  runUpdateOps: run.run_update_ops,
  collectBeforeLayer: run.collect_before_layer,
});

const layerOf = (layer: RunRequest["layer"]): LoopLayer => ({
  momentum: layer.momentum,
  epsilon: layer.epsilon,
  moving_mean_initializer: layer.moving_mean_initializer,
  moving_variance_initializer: layer.moving_variance_initializer,
});
