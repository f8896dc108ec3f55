import type { ParameterHistory } from "./parameter-history";
import type { RenormHistory } from "./renorm-history";

/** Which of the data's channels a long run keeps. */
export interface KeptChannels {
  readonly first: number;
  /** The names of all channels of the data. */
  readonly all: readonly string[];
}

/** The statistics of every step of a run, one row per step and one column per kept channel, in float64. */
export interface RunStatistics {
  readonly steps: number;
  /** Of the channels that are kept; every other list of a run has a column for each of these and no others. */
  readonly channels: readonly string[];
  /** Null where every channel of the data is kept. */
  readonly kept: KeptChannels | null;
  /** `steps × channels`; row 0 is step 1. */
  readonly batchMean: Float64Array;
  /** Biased; with ghost batches the average of theirs, which is what the moving variance follows. */
  readonly batchVariance: Float64Array;
  /** Of the finite inputs; Infinity where there are none. */
  readonly batchMinimum: Float64Array;
  /** Of the finite inputs; -Infinity where there are none. */
  readonly batchMaximum: Float64Array;
  readonly populationMean: Float64Array;
  readonly populationVariance: Float64Array;
  /** `(steps + 1) × channels`; row 0 is the initial value, row t the value after step t. */
  readonly movingMean: Float64Array;
  readonly movingVariance: Float64Array;
  /** As the moving statistics: row t is the value after step t; 1 and 0 where the layer has none. */
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
  /** Of the finite outputs of each step's training call, `steps × channels`; Infinity where there are none. */
  readonly trainingMinimum: Float64Array;
  readonly trainingMaximum: Float64Array;
  /** Null where the training calls do not correct. */
  readonly renorm: RenormHistory | null;
  /** Null without an optimizer. */
  readonly parameters: ParameterHistory | null;
}
