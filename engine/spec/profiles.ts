import { modernDialect } from "../keras-object/dialect";
import type { ObjectDialect } from "../keras-object/dialect";

/**
 * What differs between the documented versions of the layer, as named switches. Sources: the five documents, and where
 * they are silent the layer's code of the release (`normalization.py` in TensorFlow's and Keras's repositories).
 */
export interface ProfileSwitches extends ObjectDialect {
  readonly summary: string;

  /** `fused=True` that cannot be honoured is a ValueError, and `None` stays undecided until build (the V2 rule). */
  readonly fusedIsBinding: boolean;
  /** Axes the fused implementation can keep, by rank of the input. A rank without an entry is never fused. */
  readonly fusedAxes: Readonly<Record<number, readonly number[]>>;
  /** The axis values, before they are resolved, that do not rule the fused implementation out. */
  readonly fusedAxisValues: readonly number[];
  /** A regularizer on beta or gamma rules the fused implementation out. */
  readonly regularizerForbidsFused: boolean;
  /** The fused operation raises any smaller epsilon to this one; null where it no longer does. */
  readonly fusedEpsilonFloor: number | null;

  /** The fused operation moves the averages itself, in an arithmetic of its own, instead of an assignment after it. */
  readonly fusedMovesAverages: boolean;

  /** `trainable=False` makes every call an inference call (the V2 rule). */
  readonly frozenMeansInference: boolean;
  /** A frozen layer in training mode still moves its statistics, as update ops that were collected and run. */
  readonly frozenStillUpdates: boolean;
  /** Which integers `training` may be: any, 0 and 1 only, or none. */
  readonly integerTraining: "any" | "zero or one" | "none";

  /** "weighted": debiased averages of mean and deviation; "stddev": undebiased, with a moving deviation. */
  readonly renorm: "weighted" | "stddev";
  /** Renorm and ghost batches exclude each other: per-ghost statistics do not fit the renorm variables. */
  readonly renormForbidsGhosts: boolean;
  /** At inference too the batch must be a multiple of `virtual_batch_size`. */
  readonly ghostsDivideInference: boolean;
  /** Inner dimensions may be unknown when ghost batches are built. */
  readonly ghostsAllowUnknownDimensions: boolean;

  /** Arithmetic of unfused float16 layers after their float32 moments; "none" where float16 does not work at all. */
  readonly halfArithmetic: "none" | "float16" | "float32";
  /** A layer made without a dtype takes that of its first inputs. */
  readonly dtypeFromFirstInputs: boolean;

  /** Where a wrong type of `axis` is noticed. */
  readonly axisCheckedAt: "constructor" | "build";
  /** A tuple is accepted as `axis`. */
  readonly tupleAxis: boolean;
  /** Arguments other versions document and this one does not know. */
  readonly unknownArguments: readonly string[];
  /** What a mask passed to a call is: used, no argument of the call, or refused as unsupported. */
  readonly mask: "used" | "not an argument" | "unsupported";

  /** Layers without a name count from `…_1`, and their variables lie in a scope counted on its own. */
  readonly legacyNames: boolean;
  /** An applied layer in a graph puts its updates into UPDATE_OPS and its losses into REGULARIZATION_LOSSES. */
  readonly fillsCollections: boolean;
  /** A layer in a graph that is not told whether it trains needs the learning phase to be fed; else it is inference. */
  readonly learningPhaseMustBeFed: boolean;
  /**
   * How much of an activity regularizer's penalty counts: all of it, whatever inputs it is asked for, or its mean over
   * the examples, as a loss of the inputs.
   */
  readonly activityPenalty: "sum" | "per example";
  /** An eager layer refuses an activity regularizer, and a regularizer of a variable added to it. */
  readonly eagerLossesRefused: boolean;
  /** `get_config` writes renorm and virtual_batch_size where they are set. */
  readonly configHoldsExtensions: boolean;
}

const keras2: ProfileSwitches = {
  summary: "The layer of the latest Keras 2 (tf.keras 2.12 and later).",
  fusedIsBinding: true,
  fusedAxes: { 4: [1, 3], 5: [1, 4] },
  fusedAxisValues: [-4, -3, -1, 1, 3, 4],
  regularizerForbidsFused: false,
  fusedEpsilonFloor: null,
  fusedMovesAverages: true,
  frozenMeansInference: true,
  frozenStillUpdates: false,
  integerTraining: "any",
  renorm: "stddev",
  renormForbidsGhosts: false,
  ghostsDivideInference: false,
  ghostsAllowUnknownDimensions: true,
  halfArithmetic: "float32",
  dtypeFromFirstInputs: false,
  axisCheckedAt: "constructor",
  tupleAxis: true,
  unknownArguments: [],
  mask: "used",
  legacyNames: false,
  fillsCollections: false,
  learningPhaseMustBeFed: false,
  activityPenalty: "per example",
  eagerLossesRefused: false,
  configHoldsExtensions: true,
  ...modernDialect,
};

/** What every class of the V1 flavour has in common, from its split from V2 in 1.13 on. */
const v1Flavour = {
  fusedIsBinding: false,
  frozenMeansInference: false,
  integerTraining: "zero or one",
} as const satisfies Partial<ProfileSwitches>;

const tf23: ProfileSwitches = {
  ...keras2,
  summary: "The class of TensorFlow 2.3 in its V2 form.",
  fusedAxes: { 4: [1, 3] },
  fusedAxisValues: [-3, -1, 1, 3],
  fusedEpsilonFloor: 1.001e-5,
  ghostsDivideInference: true,
  mask: "not an argument",
  finiteRegularizerFactors: false,
  orthogonalRegularizer: false,
  objectForm: "plain",
};

const tf21: ProfileSwitches = {
  ...tf23,
  fusedMovesAverages: false,
  ghostsAllowUnknownDimensions: false,
  halfArithmetic: "float16",
  tupleAxis: false,
  separateL1AndL2: false,
};

const tf115: ProfileSwitches = {
  ...tf21,
  summary: "The class of TensorFlow 1.15 in its V2 form: the first with the rewritten renorm.",
  dtypeFromFirstInputs: true,
  constantPadsShortLists: true,
  initializerConfigHoldsDtype: true,
  radialConstraint: false,
};

const tf114: ProfileSwitches = {
  ...tf115,
  summary: "tf.compat.v2.keras.layers.BatchNormalization of TensorFlow 1.14.",
  renorm: "weighted",
};

export const profiles = {
  "tf-1.4": {
    ...tf114,
    ...v1Flavour,
    summary: "tf.keras.layers.BatchNormalization of TensorFlow 1.4.",
    regularizerForbidsFused: true,
    frozenStillUpdates: true,
    integerTraining: "none",
    renormForbidsGhosts: true,
    halfArithmetic: "none",
    dtypeFromFirstInputs: false,
    axisCheckedAt: "build",
    unknownArguments: ["adjustment", "dynamic"],
    mask: "unsupported",
    legacyNames: true,
    fillsCollections: true,
    learningPhaseMustBeFed: true,
    activityPenalty: "sum",
    eagerLossesRefused: true,
    configHoldsExtensions: false,
    initializerDefaults: "core",
    presetsAreVarianceScaling: true,
    truncationCorrection: false,
  },
  "tf-1.14-v1": {
    ...tf114,
    ...v1Flavour,
    summary: "tf.keras.layers.BatchNormalization of TensorFlow 1.14.",
  },
  "tf-1.14-v2": tf114,
  "tf-1.15-v2": tf115,
  "tf-2.1-v1": {
    ...tf21,
    ...v1Flavour,
    summary: "tf.compat.v1.keras.layers.BatchNormalization of TensorFlow 2.1.",
  },
  "tf-2.3-v1": {
    ...tf23,
    ...v1Flavour,
    summary: "tf.compat.v1.keras.layers.BatchNormalization of TensorFlow 2.3.",
  },
  "tf-2.3-v2": tf23,
  "tf-2.3-layers": {
    ...tf23,
    ...v1Flavour,
    summary: "The layer behind tf.compat.v1.layers.batch_normalization of TensorFlow 2.3.",
    dtypeFromFirstInputs: true,
    legacyNames: true,
    fillsCollections: true,
  },
  "keras-2-v1": {
    ...keras2,
    ...v1Flavour,
    summary: "The latest Keras 2 under tf.compat.v1.",
  },
  "keras-2-v2": keras2,
} as const satisfies Record<string, ProfileSwitches>;

export type ProfileId = keyof typeof profiles;
export const defaultProfile: ProfileId = "keras-2-v2";

export const isProfileId = (value: string): value is ProfileId => Object.hasOwn(profiles, value);

export const switchesOf = (id: ProfileId): ProfileSwitches => profiles[id];
