import { readFileSync } from "node:fs";
import type { BatchSource } from "../../../engine/data/batch-source";
import { tableSource } from "../../../engine/data/table-source";
import { defaultExperiment, runSettingsOf } from "../../../engine/spec/experiment";
import { readMeasured } from "../../../workers/data/measured-tables";

const wineText = readFileSync(new URL("../../../public/data/wine.csv", import.meta.url), "utf8");

/** What every figure shows at first. */
export const settings = runSettingsOf(defaultExperiment);

export const defaultSource = (): BatchSource =>
  tableSource(readMeasured("wine", wineText, settings.missing), settings.batch_size, settings.seed);

/** Seven digits are more than a picture shows and keep the page small. */
export const short = (values: ArrayLike<number>): readonly number[] =>
  Array.from(values, (value) => Number(value.toPrecision(7)));

/** Keeps one channel of row-major rows. */
export const only = (values: Float64Array, width: number, channel: number): readonly number[] =>
  short(values.filter((_, i) => i % width === channel));
