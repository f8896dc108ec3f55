import { adam, sgd } from "../engine/optimizers";
import type { Optimizer } from "../engine/optimizers";
import type { RunSettings } from "../engine/spec/run/run-args";
import { trainingRun } from "../engine/training/training-run";
import type { RunOptions, TrainingRun } from "../engine/training/training-run";
import type { RunRequest, RunResult } from "./contract";
import { rememberedSource, sourceKeyOf } from "./data/remembered-source";
import { Recent } from "./recent";

const runs = new Recent<TrainingRun>(8);

/**
 * Trains the layer. The run is remembered without the step that is looked at, so that scrubbing replays a single step,
 * and the batches without the layer, so that moving an argument does not draw them again.
 */
export const trained = (request: RunRequest, onStep: () => void): Promise<TrainingRun> =>
  runs.get(runKeyOf(request), () => newlyTrained(request, { onStep }));

/** Equal for requests that ask for the same run, whichever of its steps they look at. */
export function runKeyOf({ run, layer }: RunRequest): string {
  const { steps, profile, optimizer, learning_rate, padding, mask, frozen_from } = run;
  const settings = { steps, profile, optimizer, learning_rate, padding, mask, frozen_from };
  return JSON.stringify([sourceKeyOf(run), settings, layer]);
}

/** Trains the layer without remembering the run, for those who watch its steps. */
export async function newlyTrained(
  request: RunRequest,
  watchers: Pick<RunOptions, "observe" | "onStep">,
): Promise<TrainingRun> {
  const { steps, profile, seed, padding, mask, frozen_from: frozenFrom } = request.run;
  return trainingRun(request.layer, await rememberedSource(request), steps, {
    profile,
    optimizer: optimizerOf(request.run),
    seed,
    padding,
    mask,
    frozenFrom,
    ...watchers,
  });
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
