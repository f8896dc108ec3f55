import type { ProfileSwitches } from "../spec/profiles";
import type { DType } from "../tensor/tensor";

/**
 * Tells whether a layer left to choose (`fused=None`) takes TensorFlow's fused implementation, which matters here
 * because that one feeds the moving variance with Bessel's correction.
 */
export function choosesFused(
  profile: ProfileSwitches,
  input: { readonly rank: number; readonly axes: readonly number[]; readonly dtype: DType },
): boolean {
  const axis = input.axes[0];
  if (input.dtype === "float64" || input.axes.length !== 1 || axis === undefined) return false;
  return profile.fusedAxes[input.rank]?.includes(axis) ?? false;
}
