import { BatchNormalization } from "../layer/batch-normalization";
import type { BatchNormArguments } from "../layer/configuration";
import { profiles } from "../spec/profiles";
import type { ProfileId } from "../spec/profiles";
import type { Shape } from "../tensor/shape";
import type { FusedCase } from "../types/fused-choice";
import type { FusedOutcome, ImplementationPath } from "../types/fused-outcome";
import { attempted } from "./attempted";

/** A layer as far as it came, and what became of it until it was built. */
export interface BuiltLayer {
  readonly layer: BatchNormalization | null;
  readonly outcome: FusedOutcome;
}

/** Makes a layer and builds it for a shape. */
export function builtLayer(
  args: BatchNormArguments,
  shape: Shape,
  options: { readonly profile: ProfileId; readonly seed?: number },
): BuiltLayer {
  const made = attempted(() => new BatchNormalization(args, options));
  if (made.value === null) {
    const { refusal } = made;
    return { layer: null, outcome: { fused: null, refusal, refusedBy: "constructor" } };
  }
  const layer = made.value;
  const { refusal } = attempted(() => layer.build(shape));
  if (refusal !== null) return { layer, outcome: { fused: null, refusal, refusedBy: "build" } };
  return { layer, outcome: { fused: layer.fused === true, refusal: null, refusedBy: null } };
}

const images: Shape = [2, 4, 4, 3];
const video: Shape = [2, 3, 3, 3, 2];

/** One for each way in which `fused=true` can fail in some version. */
const tried: readonly (readonly [BatchNormArguments, Shape])[] = [
  [{}, images],
  [{ renorm: true }, images],
  [{ axis: 2 }, images],
  [{ axis: -4 }, images],
  [{ axis: [1, 3] }, images],
  [{ virtual_batch_size: 2 }, images],
  [{ adjustment: { scale: 0.1, bias: 0 } }, images],
  [{ gamma_regularizer: "l2" }, images],
  [{ dtype: "float64" }, images],
  [{}, [8, 3]],
  [{}, video],
  [{ axis: 3 }, video],
];

/** What a version makes of `fused=true` in each case, from layers made for it. */
export const fusedCases = (profile: ProfileId): readonly FusedCase[] =>
  tried.map(([args, shape]) => ({
    args: { ...args },
    shape,
    outcome: builtLayer({ fused: true, ...args }, shape, { profile }).outcome,
  }));

/** Which implementation each version takes for the same arguments and inputs, from layers made for it. */
export function pathsByVersion(
  { adjustment, ...args }: BatchNormArguments,
  shape: Shape,
): Readonly<Record<ProfileId, ImplementationPath>> {
  // Not every version knows the argument, and none needs to be told that there is no adjustment.
  const given = (adjustment ?? null) === null ? args : { ...args, adjustment };
  return Object.fromEntries(
    Object.keys(profiles).map((profile) => {
      const { outcome } = builtLayer(given, shape, { profile: profile as ProfileId });
      return [profile, pathOf(outcome)];
    }),
  ) as Record<ProfileId, ImplementationPath>;
}

const pathOf = ({ fused }: FusedOutcome): ImplementationPath => {
  if (fused === null) return "refused";
  return fused ? "fused" : "unfused";
};
