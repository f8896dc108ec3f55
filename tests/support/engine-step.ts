import { readFileSync } from "node:fs";
import { subjectOf } from "@/components/code-export/subject";
import type { CodeSubject, RunProgram } from "@/components/code-export/subject";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { tableSource } from "@/engine/data/table-source";
import type { BatchSource } from "@/engine/data/batch-source";
import { adam, sgd } from "@/engine/optimizers";
import type { Optimizer } from "@/engine/optimizers";
import { layerConfigOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { isMeasured } from "@/engine/spec/run/data-sets";
import { trainingRun } from "@/engine/training/training-run";
import { readMeasured } from "@/workers/data/measured-tables";

/** A step of a run with what the engine says of it. */
export interface EngineStep {
  readonly subject: CodeSubject;
  /** What a program must find, by the name of its variable. */
  readonly numbers: Readonly<Record<string, readonly number[]>>;
}

/** The batches of an experiment. */
export function sourceOf(experiment: Experiment): BatchSource {
  const { data, batch_size: batchSize, seed, means, deviations } = experiment;
  if (isMeasured(data)) {
    const text = readFileSync(`public/data/${data}.csv`, "utf8");
    return tableSource(readMeasured(data, text, experiment.missing), batchSize, seed);
  }
  if (data === "own") throw new Error("there is no table of one's own in these tests");
  const { drift_per_step: driftPerStep, degrees_of_freedom: degreesOfFreedom } = experiment;
  return syntheticSource(
    { kind: data, means, deviations, driftPerStep, degreesOfFreedom },
    batchSize,
    seed,
  );
}

function optimizerOf({ optimizer, learning_rate }: Experiment): Optimizer | undefined {
  switch (optimizer) {
    case "none":
      return undefined;
    case "sgd":
      return sgd({ learning_rate });
    case "adam":
      return adam({ learning_rate });
  }
}

/** Runs an experiment up to its step. */
export function engineStep(experiment: Experiment, program: RunProgram = {}): EngineStep {
  const { step, profile, seed, padding, mask, edits, frozen_from: frozenFrom } = experiment;
  const run = trainingRun(layerConfigOf(experiment), sourceOf(experiment), step, {
    profile,
    seed,
    padding,
    mask,
    edits,
    frozenFrom,
    optimizer: optimizerOf(experiment),
  });
  const chosen = run.inspect(step);
  const real = Math.max(chosen.batchSize - padding, 0);
  const places = Array.from({ length: chosen.batchSize }, (_, i) => (i < real ? 1 : 0));
  const { weights } = run
    .layerAt(step)
    .trace(run.inputsAt(step), { training: true, ...(mask && { mask: places }) });
  const found = run.layerAt(step).call(run.inputsAt(step), { training: false });
  const after = Object.entries(weights.after).map(([name, { data }]) => [name, [...data]] as const);
  return {
    subject: subjectOf({ kind: "run", experiment, step: chosen, ...program }),
    numbers: {
      ...Object.fromEntries(after),
      training_output: [...chosen.trainingOutputs],
      ...(program.inferenceBefore === true && { inference_output_before: [...found.data] }),
      inference_output: [...chosen.inferenceOutputs],
    },
  };
}
