/** Training calls of one layer on one tensor. */
export interface LayerCalls {
  /** The tensor, row-major, as the layer's dtype holds it. */
  readonly inputs: Float64Array;
  /** The axes that keep statistics of their own, counted from 0. */
  readonly axes: readonly number[];
  /** 1 unless the batch was split. */
  readonly ghostBatches: number;
  /** gamma and beta, which no call moves. */
  readonly parameters: Readonly<Record<string, Float64Array>>;
  /** All other weights by their documented names: `calls + 1` rows, of which row t is what call t left. */
  readonly moving: Readonly<Record<string, Float64Array>>;
  /** What each call drew, a row of the shape's size for each; the shape broadcasts to the inputs'. Null without any. */
  readonly adjustment: {
    readonly shape: readonly number[];
    readonly scale: Float64Array;
    readonly bias: Float64Array;
  } | null;
}
