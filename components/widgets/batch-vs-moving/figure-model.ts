import type { OutputsModel } from "./outputs-model";
import type { StatisticSeries } from "./series";

/** Renorm's correction of the channel in the chosen step. */
export interface RenormModel {
  readonly r: number;
  readonly d: number;
  readonly unclipped: { readonly r: number; readonly d: number };
  /** Whether the moving variance follows debiased averages instead of a moving deviation. */
  readonly isWeighted: boolean;
}

/** One channel of a run as the figure draws it. Everything here is a pure function of the run. */
export interface FigureModel {
  readonly channel: number;
  readonly channelName: string;
  readonly channelNames: readonly string[];
  readonly steps: number;
  readonly step: number;
  readonly batchSize: number;
  /** Whether training mode normalizes with the batch; a frozen layer of the V2 flavour does not. */
  readonly usesBatch: boolean;
  /** Whether training mode moves the moving statistics. */
  readonly moves: boolean;
  readonly momentum: number;
  readonly epsilon: number;
  readonly mean: StatisticSeries;
  readonly variance: StatisticSeries;
  /** As the chosen step found them. */
  readonly gamma: number;
  readonly beta: number;
  readonly ghostBatches: number;
  /** How many examples of each batch are padding, and whether a mask keeps them out of the statistics. */
  readonly padding: number;
  readonly isMasked: boolean;
  /** What the chosen step's training call did to its first example. */
  readonly first: {
    readonly mean: number;
    readonly variance: number;
    readonly scale: number;
    readonly bias: number;
  };
  readonly renorm: RenormModel | null;
  readonly outputs: OutputsModel;
  /** What is to be seen now: the first sentence is the main one. */
  readonly sentences: readonly string[];
}
