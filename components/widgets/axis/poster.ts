import poster from "@/content/posters/axis.generated.json";
import type { Grouping } from "@/engine/types/grouping";

const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values);

const { values, shared } = poster;

/** The tensor at the figure's start, from numbers the engine computed when the site was built. */
export const posterGrouping: Grouping = {
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
