import { columnOf } from "@/components/measures/column";
import { remembered } from "@/components/measures/remembered";
import type { RunStatistics } from "@/engine/types/run-statistics";

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

/** What the chosen step does not decide. */
type OverRun = Omit<StatisticSeries, "chosen">;

const overRun = (which: keyof typeof fields) =>
  remembered((statistics: RunStatistics, channel: number): OverRun => {
    const width = statistics.channels.length;
    const [batch, moving, population] = fields[which].map((field) =>
      columnOf(statistics[field], width, channel),
    ) as [Float64Array, Float64Array, Float64Array];
    const firstNonFinite = moving.findIndex((value) => !Number.isFinite(value));
    return {
      batch,
      moving,
      population,
      firstNonFinite: firstNonFinite === -1 ? null : firstNonFinite,
    };
  });

const seriesOverRun = { mean: overRun("mean"), variance: overRun("variance") };

export function seriesOf(
  statistics: RunStatistics,
  channel: number,
  step: number,
  which: keyof typeof fields,
): StatisticSeries {
  const series = seriesOverRun[which](statistics, channel);
  const { batch, moving, population } = series;
  return {
    ...series,
    chosen: {
      batch: batch[step - 1] ?? NaN,
      population: population[step - 1] ?? NaN,
      before: moving[step - 1] ?? NaN,
      after: moving[step] ?? NaN,
    },
  };
}
