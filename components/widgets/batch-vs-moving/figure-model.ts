import type { Multiples } from "./multiples";
import type { ModeOutputs } from "@/components/measures/typical-outputs";
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

export interface FusedVariance {
  readonly moving: Float64Array;
  /** Around the chosen step. */
  readonly before: number;
  readonly after: number;
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
  /** The channels small; null where only the chosen one is drawn. */
  readonly multiples: Multiples | null;
  readonly mean: StatisticSeries;
  readonly variance: StatisticSeries;
  /** The moving variance had the layer been fused, one per step and the initial value; null where it could not be. */
  readonly fused: FusedVariance | null;
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
  /** What both modes make of all that batches are drawn from. */
  readonly typical: ModeOutputs;
  /** What is to be seen now: the first sentence is the main one. */
  readonly sentences: readonly string[];
}
