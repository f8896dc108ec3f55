/** The moving variance over training calls on the same inputs, one number per channel. */
export interface MovingVariances {
  /** m, the number of elements behind each. */
  readonly elements: number;
  /** m/(m − 1), or 1 for a single element. */
  readonly besselFactor: number;
  /** The variance of the inputs. */
  readonly biased: Float64Array;
  /** On either path, `(calls + 1) × channels`; row t is the value after call t. */
  readonly unfused: Float64Array;
  readonly fused: Float64Array;
  /** Of the layer itself, with ghost batches or renorm as it has them; null where it was refused. */
  readonly own: Float64Array | null;
}
