import { unrounded } from "../rounding";
import type { Rounding } from "../rounding";

/** Clipping bounds of one step; an absent bound clips nothing. */
export interface ClippingBounds {
  readonly rmin?: number;
  readonly rmax?: number;
  readonly dmax?: number;
}

/** The affine map x̂ ↦ x̂·r + d, one r and one d per channel. It is a constant to the gradient. */
export interface Correction {
  readonly r: Float64Array;
  readonly d: Float64Array;
}

/**
 * Bounds a correction: first r ← max(r, rmin), then r ← min(r, rmax), so that rmax wins where rmin > rmax; then
 * d ← max(d, −dmax) and d ← min(d, dmax).
 *
 * Source: Ioffe 2017 (arXiv:1702.03275), algorithm 1; the order of the operations is TensorFlow's.
 */
export function clipped(
  { r, d }: Correction,
  bounds: ClippingBounds,
  round: Rounding = unrounded,
): Correction {
  const rmin = round(bounds.rmin ?? -Infinity);
  const rmax = round(bounds.rmax ?? Infinity);
  const dmax = round(bounds.dmax ?? Infinity);
  return {
    r: r.map((value) => Math.min(Math.max(value, rmin), rmax)),
    d: d.map((value) => Math.min(Math.max(value, -dmax), dmax)),
  };
}
