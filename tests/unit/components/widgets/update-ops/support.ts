import type { FigureModel, LoopData } from "@/components/widgets/update-ops/figure-model";
import { figureModel } from "@/components/widgets/update-ops/model";
import { updateOps } from "@/components/widgets/update-ops/widget";
import { tableSource } from "@/engine/data/table-source";
import { trainingLoop } from "@/engine/graph/training-loop";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { Table } from "@/engine/types/table";
import { sourceOf } from "../../support/run-of";

/** A table of one column. */
export const tableOf = (column: string, values: readonly number[]): Table => ({
  columns: [column],
  rowCount: values.length,
  values: Float64Array.from(values),
});

/** The loop at the figure's start with changes, as the worker makes it; on a table where one is given. */
export function loopOf(
  patch: Partial<Experiment> = {},
  table?: Table,
): { readonly experiment: Experiment; readonly data: LoopData } {
  const experiment = { ...startOf(updateOps), ...patch };
  const { batch_size: batchSize, seed } = experiment;
  const source = table ? tableSource(table, batchSize, seed) : sourceOf(experiment);
  const { momentum, epsilon, moving_mean_initializer, moving_variance_initializer } = experiment;
  const run = trainingLoop(source, {
    layer: { momentum, epsilon, moving_mean_initializer, moving_variance_initializer },
    steps: experiment.steps,
    seed,
    learningRate: experiment.learning_rate,
    runUpdateOps: experiment.run_update_ops,
    collectBeforeLayer: experiment.collect_before_layer,
  });
  const { statistics, ...loop } = run.loop;
  const step = Math.min(experiment.step, experiment.steps);
  return { experiment, data: { statistics, loop, chosen: run.inspect(step) } };
}

/** The figure of the default experiment with changes, as the view makes it. */
export function figureOf(patch: Partial<Experiment> = {}, table?: Table): FigureModel {
  const { experiment, data } = loopOf(patch, table);
  return figureModel(experiment, data);
}
