import type { RunModel } from "@/components/run-figure/run-figure";

/** One part of the correction, r or d, over the run; index 0 is step 1. */
export interface CorrectionSeries {
  readonly unclipped: Float64Array;
  readonly applied: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The part that changes nothing. */
  readonly neutral: number;
  /** Of its axis; the same for every choice of step. */
  readonly domain: readonly [number, number];
}

export type ExampleOutputs = Readonly<Record<"plain" | "renorm" | "inference", readonly number[]>>;

/** Renorm's correction of one channel. */
export interface FigureModel extends RunModel {
  readonly steps: number;
  readonly step: number;
  readonly batchSize: number;
  /** Whether the averages that it corrects towards are debiased, as they were up to 1.14. */
  readonly isWeighted: boolean;
  /** Null where no step was corrected. */
  readonly correction: {
    readonly r: CorrectionSeries;
    readonly d: CorrectionSeries;
    /** The steps at which a bound stopped it, ascending. */
    readonly clipped: readonly number[];
    /** How many steps asked for a correction that lies beyond an axis and stands at its edge. */
    readonly beyond: number;
  } | null;
  /** What the chosen step's batch was compared with, as the step found it; null where nothing was corrected. */
  readonly averages: { readonly mean: number; readonly deviation: number } | null;
  /** Whether the bounds are the paper's, drawn together to this run. */
  readonly isPaper: boolean;
  readonly renormMomentum: number;
  /** Why there is no correction. */
  readonly absence: "off" | "frozen" | null;
  /** The chosen step's outputs of the batch, under three normalizations. */
  readonly outputs: ExampleOutputs;
  readonly outputDomain: readonly [number, number];
  /** Of the batch, averaged over ghost batches: what renorm compares with its averages. */
  readonly mean: number;
  readonly variance: number;
  readonly epsilon: number;
  /** x̂ of the first example. */
  readonly first: number;
}
