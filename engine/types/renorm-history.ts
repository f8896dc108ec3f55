import type { Corrections } from "./corrections";

/** Renorm over a run, `steps × channels`. */
export interface RenormHistory extends Corrections {
  /** One number per step; the bounds that are not set are 0 and Infinity. */
  readonly rmin: Float64Array;
  readonly rmax: Float64Array;
  readonly dmax: Float64Array;
}
