/** Renorm's correction, before it was clipped and as it was applied; one number per channel, which ghost batches share. */
export interface Corrections {
  readonly unclipped: { readonly r: Float64Array; readonly d: Float64Array };
  readonly r: Float64Array;
  readonly d: Float64Array;
}

/** Renorm's correction of one call: r = s/σ and d = (μ − μ̄)/σ with the batch's s = √(v + ε), clipped. */
export interface CallCorrections extends Corrections {
  /** μ̄ and σ, one per channel: renorm's averages as the call found them. */
  readonly averages: { readonly mean: Float64Array; readonly deviation: Float64Array };
}
