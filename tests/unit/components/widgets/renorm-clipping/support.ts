import { decode } from "@/components/state/url-codec";
import type { FigureModel } from "@/components/widgets/renorm-clipping/figure-model";
import { figureModel } from "@/components/widgets/renorm-clipping/model";
import { specimens } from "@/components/widgets/renorm-clipping/specimens";
import { renormClipping } from "@/components/widgets/renorm-clipping/widget";
import { startOf, layerConfigOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { tableSource } from "@/engine/data/table-source";
import { trainingRun } from "@/engine/training/training-run";
import { wine } from "../batch-vs-moving/support";

export const start = startOf(renormClipping);

/** The figure of the widget's start with changes, as the worker makes it. */
export function figureOf(patch: Partial<Experiment> = {}, table = wine): FigureModel {
  const experiment = { ...start, ...patch };
  const source = tableSource(table, experiment.batch_size, experiment.seed);
  const run = trainingRun(layerConfigOf(experiment), source, experiment.steps, {
    profile: experiment.profile,
    seed: experiment.seed,
  });
  return figureModel(experiment, {
    statistics: run.statistics,
    chosen: run.inspect(experiment.step),
  });
}

/** A column that does not vary. */
export const constant: typeof wine = {
  ...wine,
  columns: ["same"],
  values: new Float64Array(wine.rowCount).fill(3),
};

export const specimen = (name: string): FigureModel => {
  const { query } = specimens.find((each) => each.name === name)!;
  return figureOf(decode(Object.fromEntries(new URLSearchParams(query)), start).experiment);
};
