import { readFileSync } from "node:fs";
import type { FigureModel } from "@/components/widgets/update-ops/figure-model";
import { figureModel } from "@/components/widgets/update-ops/model";
import { updateOps } from "@/components/widgets/update-ops/widget";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { tableSource } from "@/engine/data/table-source";
import { trainingLoop } from "@/engine/graph/training-loop";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { Table } from "@/engine/types";
import { readMeasured } from "@/workers/data/measured-tables";

const wine = readMeasured(
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

/** The figure of the default experiment with changes, as the worker and the view make it. */
export function figureOf(patch: Partial<Experiment> = {}, table: Table = wine): FigureModel {
  const experiment = { ...startOf(updateOps), ...patch };
  const { batch_size: batchSize, seed, means, deviations } = experiment;
  const source =
    experiment.data === "drift"
      ? syntheticSource(
          {
            kind: "drift",
            means,
            deviations,
            driftPerStep: experiment.drift_per_step,
            degreesOfFreedom: experiment.degrees_of_freedom,
          },
          batchSize,
          seed,
        )
      : tableSource(table, batchSize, seed);
  const { momentum, epsilon, moving_mean_initializer, moving_variance_initializer } = experiment;
  const loop = trainingLoop(source, {
    layer: { momentum, epsilon, moving_mean_initializer, moving_variance_initializer },
    steps: experiment.steps,
    seed,
    learningRate: experiment.learning_rate,
    runUpdateOps: experiment.run_update_ops,
    collectBeforeLayer: experiment.collect_before_layer,
  });
  return figureModel(experiment, loop);
}
