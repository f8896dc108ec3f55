/** The outputs of each step's batch, `steps × channels`. */
export interface OutputStatistics {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** What a run's outputs were while its layer trained and after it was frozen. */
export interface FreezingHistory {
  /** Of the training call. */
  readonly training: OutputStatistics;
  /** Of the same batch in inference mode, with the weights that the step left. */
  readonly inference: OutputStatistics;
}
