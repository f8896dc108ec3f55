import { readFileSync } from "node:fs";
import { decode } from "@/components/state/url-codec";
import type { RunData } from "@/components/measures/run-data";
import type { FigureModel } from "@/components/widgets/normalize-steps/figure-model";
import { figureModel } from "@/components/widgets/normalize-steps/model";
import { normalizeSteps } from "@/components/widgets/normalize-steps/widget";
import { tableSource } from "@/engine/data/table-source";
import { sgd } from "@/engine/optimizers";
import { layerConfigOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { trainingRun } from "@/engine/training/training-run";
import type { Table } from "@/engine/types/table";
import { readMeasured } from "@/workers/data/measured-tables";
import { wine } from "../../../../support/tables";

const penguins = readMeasured(
  "penguins",
  readFileSync("public/data/penguins.csv", "utf8"),
  "drop-rows",
);

export interface Ran {
  readonly experiment: Experiment;
  readonly run: RunData;
  readonly model: FigureModel;
}

/** The figure of a link, on the table that the link names or on another one. */
export function ran(query = "", table?: Table): Ran {
  const { experiment } = decode(
    Object.fromEntries(new URLSearchParams(query)),
    startOf(normalizeSteps),
  );
  const { batch_size: batchSize, seed, profile, padding, mask, edits, step, steps } = experiment;
  const source = tableSource(
    table ?? (experiment.data === "wine" ? wine() : penguins),
    batchSize,
    seed,
  );
  const made = trainingRun(layerConfigOf(experiment), source, steps, {
    ...(experiment.optimizer === "sgd" && {
      optimizer: sgd({ learning_rate: experiment.learning_rate }),
    }),
    profile,
    seed,
    padding,
    mask,
    edits,
  });
  const run = { statistics: made.statistics, chosen: made.inspect(step) };
  return { experiment, run, model: figureModel(experiment, run) };
}

export const figureOf = (query = "", table?: Table): FigureModel => ran(query, table).model;
