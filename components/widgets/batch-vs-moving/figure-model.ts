import type { OutputsModel } from "./outputs-model";
import type { StatisticSeries } from "./series";

/** One channel of a run as the figure draws it. Everything here is a pure function of the run. */
export interface FigureModel {
  readonly channel: number;
  readonly channelName: string;
  readonly channelNames: readonly string[];
  readonly steps: number;
  readonly step: number;
  readonly batchSize: number;
  readonly isFrozen: boolean;
  readonly momentum: number;
  readonly epsilon: number;
  readonly mean: StatisticSeries;
  readonly variance: StatisticSeries;
  readonly gamma: number;
  readonly beta: number;
  readonly outputs: OutputsModel;
  /** What is to be seen now: the first sentence is the main one. */
  readonly sentences: readonly string[];
}
