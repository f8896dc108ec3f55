import type { BatchSource } from "@/engine/data/batch-source";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { tableSource } from "@/engine/data/table-source";
import { adam, sgd } from "@/engine/optimizers";
import type { Optimizer } from "@/engine/optimizers";
import { layerConfigOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { trainingRun } from "@/engine/training/training-run";
import type { RunOptions, TrainingRun } from "@/engine/training/training-run";
import { wine } from "../../../support/tables";

/** The batches of an experiment on wine or on a synthetic stream. */
export function sourceOf(experiment: Experiment): BatchSource {
  const { data: kind, batch_size: batchSize, seed, means, deviations } = experiment;
  const { drift_per_step: driftPerStep, degrees_of_freedom: degreesOfFreedom } = experiment;
  if (kind === "wine") return tableSource(wine(), batchSize, seed, experiment.order);
  if (kind === "digits" || kind === "penguins" || kind === "own") {
    throw new TypeError(`no test runs on ${kind}`);
  }
  return syntheticSource(
    { kind, means, deviations, driftPerStep, degreesOfFreedom },
    batchSize,
    seed,
  );
}

function optimizerOf({ optimizer, learning_rate }: Experiment): Optimizer | undefined {
  if (optimizer === "none") return undefined;
  return optimizer === "sgd" ? sgd({ learning_rate }) : adam({ learning_rate });
}

/** The run of an experiment, as the worker makes it. */
export function runOf(experiment: Experiment, observe?: RunOptions["observe"]): TrainingRun {
  const { profile, seed, padding, mask, frozen_from: frozenFrom, steps } = experiment;
  return trainingRun(layerConfigOf(experiment), sourceOf(experiment), steps, {
    profile,
    optimizer: optimizerOf(experiment),
    seed,
    padding,
    mask,
    frozenFrom,
    observe,
  });
}
