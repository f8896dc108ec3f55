/** The mean and variance, per channel, of everything a batch is drawn from. */
export interface Population {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

export interface Batch {
  /** Row-major, `batchSize × channels`. */
  readonly values: Float64Array;
  /** What each example is called, where the data says so. */
  readonly labels?: readonly string[];
}

/** Batches by step number, counted from 1. The same step always gives the same batch. */
export interface BatchSource {
  readonly channels: readonly string[];
  readonly batchSize: number;
  batch(step: number): Batch;
  population(step: number): Population;
}
