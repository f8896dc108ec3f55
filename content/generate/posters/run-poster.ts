import { layerConfigOf, runSettingsOf, startOf } from "../../../engine/spec/experiment";
import type { Experiment } from "../../../engine/spec/experiment";
import { trainingRun } from "../../../engine/training/training-run";
import { short, sourceOf } from "./default-run";

/** Rows that are not channels wide: one number per step. */
const perStep: ReadonlySet<string> = new Set(["rmin", "rmax", "dmax"]);

/** Every list of numbers in a value, reduced to its first channels and to few digits. */
function reduced(value: unknown, width: number, kept: number, name = ""): unknown {
  if (value instanceof Float64Array) {
    return short(perStep.has(name) ? value : value.filter((_, i) => i % width < kept));
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, reduced(part, width, kept, key)]),
  );
}

/** The run that a figure shows at its start, as the worker makes it, reduced to its first channels. */
export function runPoster(widget: { readonly start?: Partial<Experiment> }, channels = 1): unknown {
  const experiment = startOf(widget);
  const { profile, seed, padding, mask } = runSettingsOf(experiment);
  const source = sourceOf(experiment);
  const run = trainingRun(layerConfigOf(experiment), source, experiment.steps, {
    profile,
    seed,
    padding,
    mask,
  });
  const width = source.channels.length;
  const kept = Math.min(channels, width);
  const { channels: names, ...statistics } = run.statistics;
  return {
    statistics: {
      ...(reduced(statistics, width, kept) as object),
      channels: names.slice(0, kept),
    },
    chosen: reduced(run.inspect(experiment.step), width, kept),
  };
}
