import { formatNumber } from "@/components/charts/format/number";
import type { PlotGroup } from "@/components/charts/groups/group-plot";
import type { FigureModel, GhostBatch, Spread } from "./figure-model";
import { listed } from "./sentences";

/** More rows than these are not read; the tables have them all. */
export const drawnGhosts = 16;

/** One row per ghost batch, with the inputs of its examples. */
export const ghostRows = (
  { examples }: FigureModel,
  ghosts: readonly GhostBatch[],
): readonly PlotGroup[] =>
  ghosts.slice(0, drawnGhosts).map((ghost, index) => {
    const deviation = Math.sqrt(ghost.variance);
    const numbers = `mean ${formatNumber(ghost.mean)}, standard deviation ${formatNumber(deviation)}`;
    return {
      name: `ghost batch ${index}`,
      group: index,
      note: `examples ${listed(ghost.examples)}`,
      label: `Ghost batch ${index}, examples ${listed(ghost.examples)}: ${numbers}.`,
      points: ghost.examples.map((n) => ({ value: examples[n]?.input ?? NaN, group: index })),
      mean: ghost.mean,
      deviation,
    };
  });

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
        value: example[mode],
        group: example.ghost,
        down: (example.ghost + 0.5) / model.ghosts.length,
      })),
      mean,
      deviation,
    };
  });
