import type { RunModel } from "@/components/run-figure/run-figure";
import type { OutputSummary } from "@/components/measures/output-summary";

/** The three places at which the figure looks at the values of a channel. */
export type Stage = "input" | "normalized" | "output";

export interface StageModel {
  readonly values: readonly number[];
  readonly summary: OutputSummary;
  readonly bins: readonly { readonly from: number; readonly to: number; readonly height: number }[];
  /** The same for every step of the run, so that scrubbing moves the marks and not the axis. */
  readonly domain: readonly [number, number];
}

/** The chosen step's batch of one channel on its way through the layer in training mode. */
export interface FigureModel extends RunModel {
  readonly step: number;
  readonly batchSize: number;
  readonly stages: Readonly<Record<Stage, StageModel>>;
  /** The highest bar of all three. */
  readonly tallest: number;
  /** Whether the batch's own statistics normalize, and not the moving ones. */
  readonly usesBatch: boolean;
  readonly mean: number;
  readonly variance: number;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly center: boolean;
  readonly scale: boolean;
  readonly labels: readonly string[] | null;
}
