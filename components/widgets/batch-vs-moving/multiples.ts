import type { RunStatistics } from "@/engine/types/run-statistics";
import { seriesOf } from "./series";
import type { StatisticSeries } from "./series";

/** One channel beside others. */
export interface ChannelModel {
  readonly channel: number;
  readonly name: string;
  readonly isChosen: boolean;
  readonly mean: StatisticSeries;
  readonly variance: StatisticSeries;
}

/** Some neighbouring channels, the chosen one among them. */
export interface Multiples {
  readonly channels: readonly ChannelModel[];
  /** How many channels the run has. */
  readonly count: number;
  /** The first of the channels before and after these; null where there are none. */
  readonly earlier: number | null;
  readonly later: number | null;
}

/** More would not be told apart on a page; a run can have hundreds. */
export const mostMultiples = 16;

export function multiplesOf(statistics: RunStatistics, chosen: number, step: number): Multiples {
  const { channels: names } = statistics;
  const first = Math.floor(chosen / mostMultiples) * mostMultiples;
  const channels = names.slice(first, first + mostMultiples).map((name, i) => ({
    channel: first + i,
    name,
    isChosen: first + i === chosen,
    mean: seriesOf(statistics, first + i, step, "mean"),
    variance: seriesOf(statistics, first + i, step, "variance"),
  }));
  return {
    channels,
    count: names.length,
    earlier: first === 0 ? null : first - mostMultiples,
    later: first + mostMultiples < names.length ? first + mostMultiples : null,
  };
}
