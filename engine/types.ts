/** Types that cross folder and thread boundaries. This file holds no values. */

/** A rectangle of numbers with named columns: one row per example, one column per channel. */
export interface Table {
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Row-major, `rowCount × columns.length`. Infinity is a value here; missing cells are already resolved. */
  readonly values: Float64Array;
  /** One text per row, from the column the reader chose as label. */
  readonly labels?: readonly string[];
}

/** The statistics of every step of a run, one row per step and one column per channel, in float64. */
export interface RunStatistics {
  readonly steps: number;
  readonly channels: readonly string[];
  /** `steps × channels`; row 0 is step 1. */
  readonly batchMean: Float64Array;
  /** Biased. */
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
  /** What every output is after normalization: one number per channel, 1 and 0 where the layer has none. */
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
}

/** One step of a run in full: `batchSize × channels`, row-major. */
export interface StepTensors {
  readonly step: number;
  readonly batchSize: number;
  readonly inputs: Float64Array;
  /** The outputs of this step's training call. */
  readonly trainingOutputs: Float64Array;
  /** The same batch in inference mode, with the moving statistics this step left behind. */
  readonly inferenceOutputs: Float64Array;
  readonly labels?: readonly string[];
}
