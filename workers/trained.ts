import { adam, sgd } from "../engine/optimizers";
import type { Optimizer } from "../engine/optimizers";
import type { RunSettings } from "../engine/spec/run/run-args";
import { firstRecorded } from "../engine/spec/run/recorded-part";
import { trainingSteps } from "../engine/training/training-run";
import type { TrainingRun } from "../engine/training/training-run";
import type { RunRequest, RunResult, Sent } from "./contract";
import { rememberedSource, sourceKeyOf } from "./data/remembered-source";
import { stepped } from "./progress";
import type { OnStep } from "./progress";
import { Recent } from "./recent";
import { bytesOf } from "./transfer";

/** Long runs are large, and one is enough to scrub through. */
const runs = new Recent<TrainingRun>(8, {
  bytes: 64_000_000,
  bytesOf: ({ statistics }) => bytesOf(statistics),
});

/** What decides a run: everything but the step that is looked at, and of the channels only which are kept. */
function runKeyOf({ run, layer }: RunRequest): string {
  const { steps, profile, optimizer, learning_rate, padding, mask } = run;
  const trainingSettings = { steps, profile, optimizer, learning_rate, padding, mask };
  const kept = firstRecorded(steps, run.channel);
  return JSON.stringify([sourceKeyOf(run), trainingSettings, kept, layer]);
}

/**
 * Trains the layer, and again what leads to the step that is looked at. The run is remembered without that step, so that
 * scrubbing replays few steps, and the batches without the layer, so that moving an argument does not draw them again.
 */
export async function trained(request: RunRequest, onStep: OnStep): Promise<TrainingRun> {
  const { steps, profile, seed, padding, mask, channel } = request.run;
  const training = await runs.get(runKeyOf(request), async () => {
    const source = await rememberedSource(request);
    const optimizer = optimizerOf(request.run);
    const options = { profile, optimizer, seed, padding, mask, channel };
    return stepped(trainingSteps(request.layer, source, steps, options), steps, onStep);
  });
  const step = chosenStep(request.run);
  await stepped(training.approach(step), step, onStep);
  return training;
}

/** The step that is looked at: one beyond the run's end is its last. */
export const chosenStep = ({ step, steps }: RunSettings): number => Math.min(step, steps);

/** Looks at one step of a run; the statistics stay here where the page has them. */
export function resultOf(training: TrainingRun, request: RunRequest): Sent<RunResult> {
  const run = runKeyOf(request);
  return {
    run,
    // The result is moved to the page, so what is remembered must be a copy's original.
    statistics: request.known === run ? null : structuredClone(training.statistics),
    chosen: training.inspect(chosenStep(request.run)),
  };
}

function optimizerOf({ optimizer, learning_rate }: RunSettings): Optimizer | undefined {
  switch (optimizer) {
    case "none":
      return undefined;
    case "sgd":
      return sgd({ learning_rate });
    case "adam":
      return adam({ learning_rate });
  }
}
