import type { BatchSource } from "../engine/data/batch-source";
import { adam, sgd } from "../engine/optimizers";
import type { Optimizer } from "../engine/optimizers";
import type { RunSettings } from "../engine/spec/run/run-args";
import { trainingRun } from "../engine/training/training-run";
import type { TrainingRun } from "../engine/training/training-run";
import type { RunRequest, RunResult } from "./contract";
import { sourceFor } from "./data/source-for";
import { Recent } from "./recent";

const sources = new Recent<BatchSource>(4);
const runs = new Recent<TrainingRun>(8);

/**
 * Trains the layer and looks at one step. The run is remembered without its step, so that scrubbing replays a
 * single step, and the batches without the layer, so that moving an argument does not draw them again.
 */
export async function run(request: RunRequest, onStep: () => void): Promise<RunResult> {
  const { step, steps, profile, optimizer, learning_rate, padding, mask, ...sourceSettings } =
    request.run;
  const sourceKey = JSON.stringify(sourceSettings);
  const trainingSettings = { steps, profile, optimizer, learning_rate, padding, mask };
  const runKey = JSON.stringify([sourceKey, trainingSettings, request.layer]);
  const training = await runs.get(runKey, async () =>
    trainingRun(
      request.layer,
      await sources.get(sourceKey, async () => remembering(await sourceFor(request))),
      steps,
      {
        profile,
        optimizer: optimizerOf(request.run),
        seed: request.run.seed,
        padding,
        mask,
        onStep,
      },
    ),
  );
  // The result is moved to the page, so what is remembered must be a copy's original.
  return {
    statistics: structuredClone(training.statistics),
    chosen: training.inspect(Math.min(step, steps)),
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

const rememberedNumbers = 4_000_000;

/** Keeps drawn batches, up to 32 MB of numbers. */
function remembering(source: BatchSource): BatchSource {
  const drawn = new Map<number, ReturnType<BatchSource["batch"]>>();
  const capacity = Math.floor(rememberedNumbers / (source.batchSize * source.channels.length));
  return {
    ...source,
    batch(step) {
      const known = drawn.get(step);
      if (known !== undefined) return known;
      const batch = source.batch(step);
      if (drawn.size < capacity) drawn.set(step, batch);
      return batch;
    },
  };
}
