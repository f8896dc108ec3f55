import type { ProfileId } from "@/engine";

/** The flavour of tf.layers, tf.keras before 2.0 and tf.compat.v1. */
export const v1Profiles = [
  "tf-1.4",
  "tf-1.14-v1",
  "tf-2.1-v1",
  "tf-2.3-v1",
  "tf-2.3-layers",
  "keras-2-v1",
] as const satisfies readonly ProfileId[];

export const v2Profiles = [
  "tf-1.14-v2",
  "tf-1.15-v2",
  "tf-2.3-v2",
  "keras-2-v2",
] as const satisfies readonly ProfileId[];

export const allProfiles: readonly ProfileId[] = [...v1Profiles, ...v2Profiles];

/** Version 1.4 has no 16-bit layer. */
export const halfProfiles = allProfiles.filter((profile) => profile !== "tf-1.4");

/** `adjustment` came after 1.4. */
export const adjustmentProfiles = allProfiles.filter((profile) => profile !== "tf-1.4");

/** The profiles that use `mask`. */
export const maskProfiles = ["keras-2-v1", "keras-2-v2"] as const satisfies readonly ProfileId[];

/** The layers with the renorm of 1.4 to 1.14. */
export const weightedRenormProfiles = [
  "tf-1.4",
  "tf-1.14-v1",
  "tf-1.14-v2",
] as const satisfies readonly ProfileId[];

/** The layers with the renorm of 1.15 and later. */
export const deviationRenormProfiles = allProfiles.filter(
  (profile) => !weightedRenormProfiles.some((weighted) => weighted === profile),
);

/** The ranks that a version's fused implementation takes. */
export const fusedRanks = (profile: ProfileId): readonly number[] =>
  profile.startsWith("keras-2") ? [4, 5] : [4];
