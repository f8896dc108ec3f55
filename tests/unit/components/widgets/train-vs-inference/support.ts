import { figureModel } from "@/components/widgets/train-vs-inference/model";
import type { CompanyData } from "@/components/widgets/train-vs-inference/model";
import type {
  CompanyModel,
  FigureModel,
} from "@/components/widgets/train-vs-inference/figure-model";
import { trainVsInference } from "@/components/widgets/train-vs-inference/widget";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { tableSource } from "@/engine/data/table-source";
import { layerConfigOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { companiesOf } from "@/engine/training/company";
import { trainingRun } from "@/engine/training/training-run";
import type { CompanyKind } from "@/engine/types/example-companies";
import type { Table } from "@/engine/types/table";
import { tableOf, wine as readWine } from "../../../../support/tables";

const wine = readWine();

interface Ran {
  readonly run: CompanyData;
  readonly model: FigureModel;
}

/** The figure of an experiment, which is its start but for `patch`, on wine unless another table is given. */
export function ran(patch: Partial<Experiment> = {}, table?: Table): Ran {
  const experiment = { ...startOf(trainVsInference), ...patch };
  const { data: kind, batch_size: batchSize, seed, profile, padding, mask } = experiment;
  const { means, deviations, drift_per_step: driftPerStep } = experiment;
  const { degrees_of_freedom: degreesOfFreedom, step, example, outlier } = experiment;
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
  const run = {
    statistics: made.statistics,
    chosen: made.inspect(step),
    company: companiesOf(made, { step, example, outlier, padding }),
  };
  return { run, model: figureModel(experiment, run) };
}

export const figureOf = (patch: Partial<Experiment> = {}, table?: Table): FigureModel =>
  ran(patch, table).model;

/** A table of one column. */
export const columnOf = (name: string, values: readonly number[]): Table =>
  tableOf([name, ...values].join("\n"));

export function the(kind: CompanyKind, { companies }: FigureModel): CompanyModel {
  const found = companies.find((company) => company.kind === kind);
  if (found === undefined) throw new Error(`there is no company ${kind}`);
  return found;
}
