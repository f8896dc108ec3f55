import type { RunStatistics } from "@/engine/types";

/** One statistic of one channel over the run. */
export interface StatisticSeries {
  /** One per step; index 0 is step 1. */
  readonly batch: Float64Array;
  readonly population: Float64Array;
  /** One per step and the initial value; index t is the value after step t. */
  readonly moving: Float64Array;
  /** The chosen step's numbers. */
  readonly chosen: {
    readonly batch: number;
    readonly population: number;
    readonly before: number;
    readonly after: number;
  };
  /** The first step after which the moving statistic is not finite, or null. */
  readonly firstNonFinite: number | null;
}

const fields = {
  mean: ["batchMean", "movingMean", "populationMean"],
  variance: ["batchVariance", "movingVariance", "populationVariance"],
} as const;

/** Picks one channel's column out of row-major rows. */
export function column(rows: Float64Array, width: number, channel: number): Float64Array {
  return Float64Array.from(
    { length: rows.length / width },
    (_, row) => rows[row * width + channel] ?? NaN,
  );
}

export function seriesOf(
  statistics: RunStatistics,
  channel: number,
  step: number,
  which: keyof typeof fields,
): StatisticSeries {
  const width = statistics.channels.length;
  const [batch, moving, population] = fields[which].map((field) =>
    column(statistics[field], width, channel),
  ) as [Float64Array, Float64Array, Float64Array];
  const firstNonFinite = moving.findIndex((value) => !Number.isFinite(value));
  return {
    batch,
    moving,
    population,
    chosen: {
      batch: batch[step - 1] ?? NaN,
      population: population[step - 1] ?? NaN,
      before: moving[step - 1] ?? NaN,
      after: moving[step] ?? NaN,
    },
    firstNonFinite: firstNonFinite === -1 ? null : firstNonFinite,
  };
}
