/** What an optimizer did to a layer's parameters over a run. */
export interface ParameterHistory {
  /** Of every step's training call, before the optimizer's step and without penalties: half the mean square output. */
  readonly loss: Float64Array;
  /** Null for a parameter that the layer does not have or that is not trained. */
  readonly gamma: ParameterSteps | null;
  readonly beta: ParameterSteps | null;
}

/** Every step of one parameter, `steps × channels` unless it says otherwise. */
export interface ParameterSteps {
  readonly lossGradient: Float64Array;
  /** Of the value that each step found; null without a regularizer. */
  readonly penalty: {
    /** One number per step: a penalty is one of the whole parameter. */
    readonly perStep: Float64Array;
    readonly gradient: Float64Array;
  } | null;
  /** What the optimizer made of the value, and what the constraint made of that; both before they are rounded. */
  readonly proposed: Float64Array;
  readonly projected: Float64Array;
  /** √Σw² over all channels, one per step, which is what most constraints go by. */
  readonly proposedNorm: Float64Array;
  readonly projectedNorm: Float64Array;
}
