/** What normalized the examples of each ghost batch: one row per ghost batch, one column per channel. */
export interface GhostStatistics {
  readonly mean: Float64Array;
  /** Biased. */
  readonly variance: Float64Array;
}
