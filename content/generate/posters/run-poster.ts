import { layerConfigOf, runSettingsOf, startOf } from "../../../engine/spec/experiment";
import type { Experiment } from "../../../engine/spec/experiment";
import { optimizerOf } from "../../../engine/training/run-optimizer";
import { trainingRun } from "../../../engine/training/training-run";
import type { RunOptions, TrainingRun } from "../../../engine/training/training-run";
import { short, sourceOf } from "./default-run";

/** Rows that are not channels wide: one number per step or example, or those of all channels. */
const perRow: ReadonlySet<string> = new Set([
  "rmin",
  "rmax",
  "dmax",
  "places",
  "loss",
  "trainingLoss",
  "inferenceLoss",
  "perStep",
  "proposedNorm",
  "projectedNorm",
  "drawn",
]);

/** Every list of numbers in a value, reduced to its first channels and to few digits. */
export function reduced(value: unknown, width: number, kept: number, name = ""): unknown {
  if (value instanceof Float64Array) {
    return short(perRow.has(name) ? value : value.filter((_, i) => i % width < kept));
  }
  if (Array.isArray(value)) return value.map((part) => reduced(part, width, kept));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, reduced(part, width, kept, key)]),
  );
}

/** What else a figure needs to know of its run. */
type More = (run: TrainingRun, experiment: Experiment) => object;

/** The run that a figure shows at its start, as the worker makes it, reduced to its first channels. */
export function runPoster(
  widget: { readonly start?: Partial<Experiment> },
  channels = 1,
  more: More = () => ({}),
  observe?: RunOptions["observe"],
): unknown {
  const experiment = startOf(widget);
  const { profile, seed, padding, mask, frozen_from: frozenFrom } = runSettingsOf(experiment);
  const source = sourceOf(experiment);
  const run = trainingRun(layerConfigOf(experiment), source, experiment.steps, {
    profile,
    optimizer: optimizerOf(experiment),
    seed,
    padding,
    mask,
    frozenFrom,
    observe,
  });
  const width = source.channels.length;
  const kept = Math.min(channels, width);
  const { channels: names, ...statistics } = run.statistics;
  return {
    statistics: {
      ...(reduced(statistics, width, kept) as object),
      channels: names.slice(0, kept),
    },
    ...(reduced(more(run, experiment), width, kept) as object),
    chosen: reduced(run.inspect(experiment.step), width, kept),
  };
}
