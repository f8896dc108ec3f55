import { readFileSync } from "node:fs";
import type { BatchSource } from "../../../engine/data/batch-source";
import { syntheticSource } from "../../../engine/data/synthetic-source";
import { tableSource } from "../../../engine/data/table-source";
import type { Experiment } from "../../../engine/spec/experiment";
import { isMeasured, measuredDataSets } from "../../../engine/spec/run/data-sets";
import { readMeasured } from "../../../workers/data/measured-tables";

const publicFile = (path: string): string =>
  readFileSync(new URL(`../../../public/${path}`, import.meta.url), "utf8");

/** The batches of an experiment; a reader's own table is none that could be read here. */
export function sourceOf(experiment: Experiment): BatchSource {
  const { data, missing, batch_size: batchSize, seed } = experiment;
  if (isMeasured(data)) {
    const table = readMeasured(data, publicFile(measuredDataSets[data].file), missing);
    return tableSource(table, batchSize, seed);
  }
  if (data === "own") throw new TypeError("a poster shows no table of a reader's own");
  const { means, deviations, drift_per_step: driftPerStep } = experiment;
  const { degrees_of_freedom: degreesOfFreedom } = experiment;
  return syntheticSource(
    { kind: data, means, deviations, driftPerStep, degreesOfFreedom },
    batchSize,
    seed,
  );
}

/** Seven digits are more than a picture shows and keep the page small. JSON knows no number that is not finite. */
export const short = (values: ArrayLike<number>): readonly (number | string)[] =>
  Array.from(values, (value) =>
    Number.isFinite(value) ? Number(value.toPrecision(7)) : String(value),
  );

/** Keeps one channel of row-major rows. */
export const only = (
  values: Float64Array,
  width: number,
  channel: number,
): readonly (number | string)[] => short(values.filter((_, i) => i % width === channel));
