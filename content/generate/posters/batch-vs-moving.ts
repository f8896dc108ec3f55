import { defaultExperiment, layerConfigOf } from "../../../engine/spec/experiment";
import { trainingRun } from "../../../engine/training/training-run";
import type { RunStatistics, StepTensors } from "../../../engine/types";
import { defaultSource, only, settings } from "./default-run";

/** The run behind the default figure, reduced to the channel it shows. */
export function batchVsMoving(): unknown {
  const source = defaultSource();
  const run = trainingRun(layerConfigOf(defaultExperiment), source, settings.steps);
  return {
    statistics: statisticsOf(run.statistics, settings.channel),
    chosen: tensorsOf(run.inspect(settings.step), source.channels.length, settings.channel),
  };
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
