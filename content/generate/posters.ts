import { readFileSync } from "node:fs";
import { tableSource } from "../../engine/data/table-source";
import { defaultExperiment, layerConfigOf, runSettingsOf } from "../../engine/spec/experiment";
import { trainingRun } from "../../engine/training/training-run";
import type { RunStatistics, StepTensors } from "../../engine/types";
import { readMeasured } from "../../workers/data/measured-tables";
import type { GeneratedFile } from "./generated-file";

const wineText = readFileSync(new URL("../../public/data/wine.csv", import.meta.url), "utf8");

/** Seven digits are more than a picture shows and keep the page small. */
const short = (values: ArrayLike<number>): readonly number[] =>
  Array.from(values, (value) => Number(value.toPrecision(7)));

/** Keeps one channel of row-major rows. */
const only = (values: Float64Array, width: number, channel: number): readonly number[] =>
  short(values.filter((_, i) => i % width === channel));

/** The run behind the default figure, reduced to the channel it shows. */
export function posters(): readonly GeneratedFile[] {
  const {
    batch_size: batchSize,
    seed,
    steps,
    step,
    channel,
    missing,
  } = runSettingsOf(defaultExperiment);
  const source = tableSource(readMeasured("wine", wineText, missing), batchSize, seed);
  const run = trainingRun(layerConfigOf(defaultExperiment), source, steps);
  const poster = {
    statistics: statisticsOf(run.statistics, channel),
    chosen: tensorsOf(run.inspect(step), source.channels.length, channel),
  };
  return [
    {
      path: "posters/batch-vs-moving.generated.json",
      content: `${JSON.stringify(poster)}\n`,
    },
  ];
}

function statisticsOf(statistics: RunStatistics, channel: number): Record<string, unknown> {
  const width = statistics.channels.length;
  const reduced: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(statistics)) {
    reduced[name] = value instanceof Float64Array ? only(value, width, channel) : value;
  }
  return { ...reduced, channels: [statistics.channels[channel]] };
}

const tensorsOf = (
  chosen: StepTensors,
  width: number,
  channel: number,
): Record<string, unknown> => ({
  step: chosen.step,
  batchSize: chosen.batchSize,
  inputs: only(chosen.inputs, width, channel),
  trainingOutputs: only(chosen.trainingOutputs, width, channel),
  inferenceOutputs: only(chosen.inferenceOutputs, width, channel),
  usesBatch: chosen.usesBatch,
  ghostBatches: chosen.ghostBatches,
  first: Object.fromEntries(
    Object.entries(chosen.first).map(([name, values]: [string, Float64Array]) => [
      name,
      only(values, width, channel),
    ]),
  ),
});
