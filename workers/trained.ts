import { adam, sgd } from "../engine/optimizers";
import type { Optimizer } from "../engine/optimizers";
import type { RunSettings } from "../engine/spec/run/run-args";
import { trainingRun } from "../engine/training/training-run";
import type { TrainingRun } from "../engine/training/training-run";
import type { RunRequest, RunResult } from "./contract";
import { rememberedSource, sourceKeyOf } from "./data/remembered-source";
import { Recent } from "./recent";

const runs = new Recent<TrainingRun>(8);

/**
 * Trains the layer. The run is remembered without the step that is looked at, so that scrubbing replays a single step,
 * and the batches without the layer, so that moving an argument does not draw them again.
 */
export function trained(request: RunRequest, onStep: () => void): Promise<TrainingRun> {
  const { steps, profile, optimizer, learning_rate, padding, mask, edits } = request.run;
  const trainingSettings = { steps, profile, optimizer, learning_rate, padding, mask, edits };
  const runKey = JSON.stringify([sourceKeyOf(request.run), trainingSettings, request.layer]);
  return runs.get(runKey, async () =>
    trainingRun(request.layer, await rememberedSource(request), steps, {
      profile,
      optimizer: optimizerOf(request.run),
      seed: request.run.seed,
      edits,
      padding,
      mask,
      onStep,
    }),
  );
}

/** The step that is looked at: one beyond the run's end is its last. */
export const chosenStep = ({ step, steps }: RunSettings): number => Math.min(step, steps);

/** Looks at one step of a run. */
export const resultOf = (training: TrainingRun, settings: RunSettings): RunResult => ({
  // The result is moved to the page, so what is remembered must be a copy's original.
  statistics: structuredClone(training.statistics),
  chosen: training.inspect(chosenStep(settings)),
});

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
