import type { AdjustedUnit } from "@/engine/spec/adjustment";

/** One example of the chosen step. */
export interface ExampleModel {
  readonly input: number;
  readonly normalized: number;
  readonly scale: number;
  readonly bias: number;
  /** In training mode. */
  readonly adjusted: number;
  /** What training mode would have made of it without an adjustment. */
  readonly unadjusted: number;
  readonly inference: number;
}

/** Everything that was drawn. */
export interface DrawsModel {
  readonly per: AdjustedUnit;
  /** The half-widths. */
  readonly spread: { readonly scale: number; readonly bias: number };
  /** The chosen step's, one of each per feature or example that the run keeps. */
  readonly scales: Float64Array;
  readonly biases: Float64Array;
  /** Which feature or example the first of them belongs to: of many a run keeps neighbours only. */
  readonly first: number;
  /** How many the step drew, kept or not. */
  readonly count: number;
  /** The one that belongs to the chosen channel or example. */
  readonly followed: number;
  /** The followed one's of every step; index 0 is step 1. */
  readonly scaleSeries: Float64Array;
  readonly biasSeries: Float64Array;
}

export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** One channel of a run with an adjustment, as the figure draws it. */
export interface FigureModel {
  readonly channelName: string;
  readonly channelNames: readonly string[];
  readonly steps: number;
  readonly step: number;
  readonly example: number;
  readonly examples: number;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly mean: number;
  readonly variance: number;
  /** The moving statistics that the step left, which inference mode uses. */
  readonly moving: { readonly mean: number; readonly variance: number };
  readonly renorm: { readonly r: number; readonly d: number } | null;
  /** Null where no adjustment was applied. */
  readonly draws: DrawsModel | null;
  readonly batch: readonly ExampleModel[];
  readonly chosen: ExampleModel;
  readonly adjusted: Spread;
  readonly unadjusted: Spread;
  readonly inference: Spread;
  /** Symmetric around β; they move in rare, large steps. */
  readonly outputDomain: readonly [number, number];
  /** Of what the adjustment adds to an output. */
  readonly addedDomain: readonly [number, number];
  readonly sentences: readonly string[];
}
