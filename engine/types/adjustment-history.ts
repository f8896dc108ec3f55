/** The scale and bias of every training call of a run. */
export interface AdjustmentHistory {
  /** Which of a call's features or examples comes first: of many draws only neighbours are kept. */
  readonly first: number;
  /** How many of each are kept of a call. */
  readonly count: number;
  /** One row of `count` numbers per step. */
  readonly scale: Float64Array;
  readonly bias: Float64Array;
}
