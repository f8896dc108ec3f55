import poster from "@/content/posters/axis.generated.json";
import { startOf } from "@/engine/spec/experiment";
import type { Grouping } from "@/engine/types";
import { figureModel } from "./model";
import { axis } from "./widget";

const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values);

const { values, shared } = poster;

const posterGrouping: Grouping = {
  ...poster,
  values: numbers(values),
  shared: {
    ...shared,
    statisticOf: Int32Array.from(shared.statisticOf),
    mean: numbers(shared.mean),
    variance: numbers(shared.variance),
    normalized: numbers(shared.normalized),
    outputs: numbers(shared.outputs),
  },
};

export const posterExperiment = startOf(axis);

/** The figure at its start, from numbers the engine computed when the site was built. */
export const posterModel = figureModel(posterExperiment, posterGrouping);
