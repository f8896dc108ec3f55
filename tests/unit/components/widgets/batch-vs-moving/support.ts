import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { FigureModel } from "@/components/widgets/batch-vs-moving/figure-model";
import { figureModel } from "@/components/widgets/batch-vs-moving/model";
import type { BatchSource } from "@/engine/data/batch-source";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { tableSource } from "@/engine/data/table-source";
import { defaultExperiment, layerConfigOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { constant } from "@/engine/spec/constant";
import { fusedVariance } from "@/engine/training/fused-variance";
import { trainingRun } from "@/engine/training/training-run";
import type { TrainingRun } from "@/engine/training/training-run";
import type { Table } from "@/engine/types/table";
import { readMeasured } from "@/workers/data/measured-tables";

export const wine = readMeasured(
  "wine",
  readFileSync(new URL("../../../../../public/data/wine.csv", import.meta.url), "utf8"),
  "drop-rows",
);

/** A table of one column. */
export const tableOf = (column: string, values: readonly number[]): Table => ({
  columns: [column],
  rowCount: values.length,
  values: Float64Array.from(values),
});

/** The batches an experiment asks for; `own` stands for the given table, wine by default. */
function sourceOf(experiment: Experiment, table: Table): BatchSource {
  const { data: kind, batch_size: batchSize, seed, means, deviations } = experiment;
  if (kind === "wine" || kind === "own")
    return tableSource(table, batchSize, seed, experiment.order);
  if (kind === "digits" || kind === "penguins") throw new TypeError(`${kind} is not read here.`);
  const { drift_per_step: driftPerStep, degrees_of_freedom: degreesOfFreedom } = experiment;
  return syntheticSource(
    { kind, means, deviations, driftPerStep, degreesOfFreedom },
    batchSize,
    seed,
  );
}

export interface Ran {
  readonly experiment: Experiment;
  readonly run: TrainingRun;
  /** The figure of one step; the experiment's own unless given. */
  readonly figureAt: (step?: number) => FigureModel;
}

/** Runs the default experiment with changes, as the worker does. */
export function ran(patch: Partial<Experiment> = {}, table: Table = wine): Ran {
  const experiment = { ...defaultExperiment, ...patch };
  const run = trainingRun(layerConfigOf(experiment), sourceOf(experiment, table), experiment.steps);
  return {
    experiment,
    run,
    figureAt: (step = experiment.step) =>
      figureModel(
        { ...experiment, step },
        {
          statistics: run.statistics,
          chosen: run.inspect(step),
          fusedVariance: fusedVariance(run.statistics, layerConfigOf(experiment), {
            profile: experiment.profile,
            seed: experiment.seed,
            batchSize: run.inspect(step).batchSize,
          }),
        },
      ),
  };
}

export const figureOf = (patch: Partial<Experiment> = {}, table: Table = wine): FigureModel =>
  ran(patch, table).figureAt();

const decimals = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((n) => n / 1000);

/** Short runs on every kind of data, in both number formats, frozen or not, with any momentum. */
export const anyRun: fc.Arbitrary<Partial<Experiment>> = fc.record({
  data: fc.constantFrom("wine", "gaussian", "drift", "heavy-tail", "constant"),
  means: fc.array(decimals(-50, 50), { minLength: 1, maxLength: 3 }),
  deviations: fc.array(decimals(0.1, 20), { minLength: 1, maxLength: 3 }),
  drift_per_step: decimals(-1, 1),
  batch_size: fc.integer({ min: 1, max: 40 }),
  steps: fc.constant(8),
  step: fc.integer({ min: 1, max: 8 }),
  seed: fc.nat({ max: 1000 }),
  channel: fc.nat({ max: 12 }),
  momentum: fc.oneof(fc.constantFrom(0, 1), decimals(0, 1)),
  epsilon: decimals(0.001, 1),
  moving_mean_initializer: decimals(-30, 30).map(constant),
  moving_variance_initializer: decimals(0.1, 100).map(constant),
  beta_initializer: decimals(-5, 5).map(constant),
  gamma_initializer: decimals(-5, 5).map(constant),
  trainable: fc.boolean(),
  dtype: fc.constantFrom("float32", "float64"),
});
