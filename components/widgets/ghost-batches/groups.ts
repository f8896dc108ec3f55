import { formatNumber } from "@/components/charts/format/number";
import type { PlotGroup } from "@/components/charts/groups/group-plot";
import type { Example, FigureModel, GhostBatch, Spread } from "./figure-model";
import { members } from "./sentences";

/** More rows than these are not read; the tables have them all. */
export const drawnGhosts = 16;

/** What the mask keeps out has no mark of a group: it is in none of their statistics. */
const markOf = (example: Example | undefined, group: number): number | null =>
  example?.isMasked === true ? null : group;

/** One row per ghost batch, with the inputs of its examples. */
export const ghostRows = (
  { examples }: FigureModel,
  ghosts: readonly GhostBatch[],
): readonly PlotGroup[] =>
  ghosts.slice(0, drawnGhosts).map((ghost, index) => {
    const isEmpty = ghost.examples.length === 0;
    const mean = isEmpty ? NaN : ghost.mean;
    const deviation = isEmpty ? NaN : Math.sqrt(ghost.variance);
    const numbers = isEmpty
      ? "no example counts"
      : `mean ${formatNumber(mean)}, standard deviation ${formatNumber(deviation)}`;
    // The mark says of those that are masked what they are.
    const note = members(isEmpty ? ghost : { ...ghost, masked: [] });
    return {
      name: `ghost batch ${index}`,
      group: index,
      note,
      label: `Ghost batch ${index}, ${members(ghost)}: ${numbers}.`,
      points: [...ghost.masked, ...ghost.examples].map((n) => ({
        value: examples[n]?.input ?? NaN,
        group: markOf(examples[n], index),
      })),
      mean,
      deviation,
    };
  });

const within = ([low, high]: readonly [number, number], value: number): number =>
  Math.min(Math.max(value, low), high);

/** The outputs of the chosen step, one row per mode; each example keeps the mark of its ghost batch. */
export const outputRows = (model: FigureModel): readonly PlotGroup[] =>
  (["training", "inference"] as const).map((mode) => {
    const { mean, deviation }: Spread = model[mode];
    return {
      name: `${mode} mode`,
      group: null,
      note: `deviation ${formatNumber(deviation, 3)}`,
      label: `Outputs in ${mode} mode: mean ${formatNumber(mean)}, standard deviation ${formatNumber(deviation)}.`,
      points: model.examples.map((example) => ({
        value: example.isMasked ? within(model.outputDomain, example[mode]) : example[mode],
        group: markOf(example, example.ghost),
        down: (example.ghost + 0.5) / model.ghosts.length,
      })),
      mean,
      deviation,
    };
  });
