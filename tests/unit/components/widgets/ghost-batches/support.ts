import type { FigureModel } from "@/components/widgets/ghost-batches/figure-model";
import { figureModel } from "@/components/widgets/ghost-batches/model";
import { ghostBatches } from "@/components/widgets/ghost-batches/widget";
import type { RunData } from "@/components/measures/run-data";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { tableSource } from "@/engine/data/table-source";
import { layerConfigOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { trainingRun } from "@/engine/training/training-run";
import type { Table } from "@/engine/types/table";
import { tableOf, wine } from "../batch-vs-moving/support";

export interface Ran {
  readonly run: RunData;
  readonly model: FigureModel;
}

/** Runs the figure's start with changes, on wine, on the given table, or on what the experiment draws. */
export function ran(patch: Partial<Experiment> = {}, table?: Table): Ran {
  const experiment = { ...startOf(ghostBatches), ...patch };
  const { data: kind, batch_size: batchSize, seed, profile, padding, mask } = experiment;
  const { means, deviations, drift_per_step: driftPerStep } = experiment;
  const { degrees_of_freedom: degreesOfFreedom } = experiment;
  const isDrawn = table === undefined && (kind === "gaussian" || kind === "constant");
  const source = isDrawn
    ? syntheticSource({ kind, means, deviations, driftPerStep, degreesOfFreedom }, batchSize, seed)
    : tableSource(table ?? wine, batchSize, seed);
  const made = trainingRun(layerConfigOf(experiment), source, experiment.steps, {
    profile,
    seed,
    padding,
    mask,
  });
  const run = { statistics: made.statistics, chosen: made.inspect(experiment.step) };
  return { run, model: figureModel(experiment, run) };
}

export const figureOf = (patch: Partial<Experiment> = {}, table?: Table): FigureModel =>
  ran(patch, table).model;

export { tableOf };
