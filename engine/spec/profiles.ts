/** What differs between the documented versions of the layer, as named switches. */
export interface ProfileSwitches {
  readonly summary: string;
  /** `trainable=False` makes every call an inference call (the V2 rule). */
  readonly frozenMeansInference: boolean;
  /** Axes the fused implementation can keep, by rank of the input. A rank without an entry is never fused. */
  readonly fusedAxes: Readonly<Record<number, readonly number[]>>;
}

export const profiles = {
  "keras-2-v2": {
    summary: "The layer of the latest Keras 2 (tf.keras 2.12 and later).",
    frozenMeansInference: true,
    fusedAxes: { 4: [1, 3], 5: [1, 4] },
  },
} as const satisfies Record<string, ProfileSwitches>;

export type ProfileId = keyof typeof profiles;
export const defaultProfile: ProfileId = "keras-2-v2";

export const isProfileId = (value: string): value is ProfileId => Object.hasOwn(profiles, value);
