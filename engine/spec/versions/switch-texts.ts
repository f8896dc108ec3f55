import type { ProfileSwitches } from "../profiles";

type SwitchName = Exclude<keyof ProfileSwitches, "summary">;

interface SwitchText<K extends SwitchName> {
  /** The question the switch answers. */
  readonly question: string;
  readonly argument: string;
  readonly answer: (value: ProfileSwitches[K]) => string;
}

const yesOrNo = (value: boolean): string => (value ? "yes" : "no");
const asItIs = (value: string): string => value;

/** Every switch in words, under the argument it bears on, in the order in which a reader would ask. */
const switchTexts: { readonly [K in SwitchName]: SwitchText<K> } = {
  fusedIsBinding: {
    question: "Is fused=True that cannot be honoured an error?",
    argument: "fused",
    answer: yesOrNo,
  },
  fusedAxes: {
    question: "Which ranks and axes can be fused?",
    argument: "fused",
    answer: (axes) =>
      Object.entries(axes)
        .map(([rank, list]) => `rank ${rank}: ${list.join(", ")}`)
        .join("; "),
  },
  fusedAxisValues: {
    question: "Which values of axis leave fused possible?",
    argument: "fused",
    answer: (values) => values.map((value) => String(value).replace("-", "−")).join(", "),
  },
  regularizerForbidsFused: {
    question: "Does a regularizer rule the fused implementation out?",
    argument: "fused",
    answer: yesOrNo,
  },
  fusedEpsilonFloor: {
    question: "What is the smallest epsilon of the fused operation?",
    argument: "epsilon",
    answer: (floor) => (floor === null ? "none" : "0.00001001"),
  },
  fusedMovesAverages: {
    question: "Does the fused operation move the averages itself?",
    argument: "fused",
    answer: yesOrNo,
  },
  frozenMeansInference: {
    question: "Does trainable=False mean inference mode?",
    argument: "trainable",
    answer: yesOrNo,
  },
  frozenStillUpdates: {
    question: "Does a frozen layer still move its statistics?",
    argument: "trainable",
    answer: yesOrNo,
  },
  integerTraining: {
    question: "Which integers may training be?",
    argument: "training",
    answer: asItIs,
  },
  renorm: {
    question: "What do the renorm variables hold?",
    argument: "renorm",
    answer: (kind) =>
      kind === "weighted" ? "debiased averages with weights" : "averages and a moving deviation",
  },
  renormForbidsGhosts: {
    question: "Do renorm and ghost batches exclude each other?",
    argument: "virtual_batch_size",
    answer: yesOrNo,
  },
  ghostsDivideInference: {
    question: "Must the ghost batch size divide the batch at inference too?",
    argument: "virtual_batch_size",
    answer: yesOrNo,
  },
  ghostsAllowUnknownDimensions: {
    question: "May inner dimensions be unknown with ghost batches?",
    argument: "virtual_batch_size",
    answer: yesOrNo,
  },
  halfArithmetic: {
    question: "In which arithmetic do unfused float16 layers work after their moments?",
    argument: "dtype",
    answer: (kind) => (kind === "none" ? "float16 does not work" : kind),
  },
  dtypeFromFirstInputs: {
    question: "Does a layer without dtype take that of its first inputs?",
    argument: "dtype",
    answer: yesOrNo,
  },
  axisCheckedAt: {
    question: "Where is a wrong type of axis noticed?",
    argument: "axis",
    answer: asItIs,
  },
  tupleAxis: { question: "May axis be a tuple?", argument: "axis", answer: yesOrNo },
  unknownArguments: {
    question: "Which arguments does the version not know?",
    argument: "adjustment",
    answer: (names) => (names.length === 0 ? "none" : names.join(", ")),
  },
  mask: { question: "What happens to a mask given to a call?", argument: "mask", answer: asItIs },
  legacyNames: {
    question: "Do names count from batch_normalization_1?",
    argument: "name",
    answer: yesOrNo,
  },
  configHoldsExtensions: {
    question: "Does get_config write renorm and virtual_batch_size?",
    argument: "renorm",
    answer: yesOrNo,
  },
  initializerDefaults: {
    question: "What spread do random initializers have by default?",
    argument: "gamma_initializer",
    answer: (kind) => (kind === "core" ? "stddev 1, uniform from 0 to 1" : "stddev 0.05, ±0.05"),
  },
  presetsAreVarianceScaling: {
    question: "Are glorot, he and lecun written as VarianceScaling?",
    argument: "gamma_initializer",
    answer: yesOrNo,
  },
  truncationCorrection: {
    question: "Is the deviation of truncated normals corrected?",
    argument: "gamma_initializer",
    answer: yesOrNo,
  },
  fillsCollections: {
    question: "Are a layer’s update operations put into UPDATE_OPS?",
    argument: "training",
    answer: yesOrNo,
  },
  learningPhaseMustBeFed: {
    question: "Must the learning phase be fed where training is not given?",
    argument: "training",
    answer: yesOrNo,
  },
  activityPenalty: {
    question: "How much of a penalty on the outputs counts?",
    argument: "inputs",
    answer: (kind) => (kind === "sum" ? "all of it" : "its mean over the examples"),
  },
  eagerLossesRefused: {
    question: "Are penalties beyond the layer’s own refused in eager mode?",
    argument: "inputs",
    answer: yesOrNo,
  },
  constantPadsShortLists: {
    question: "Does a constant list that is too short repeat its last number?",
    argument: "beta_initializer",
    answer: yesOrNo,
  },
  initializerConfigHoldsDtype: {
    question: "Do initializers write their dtype?",
    argument: "beta_initializer",
    answer: yesOrNo,
  },
  separateL1AndL2: {
    question: "Are L1 and L2 classes of their own?",
    argument: "gamma_regularizer",
    answer: yesOrNo,
  },
  finiteRegularizerFactors: {
    question: "Must a regularizer’s factor be finite?",
    argument: "gamma_regularizer",
    answer: yesOrNo,
  },
  orthogonalRegularizer: {
    question: "Is there an OrthogonalRegularizer?",
    argument: "gamma_regularizer",
    answer: yesOrNo,
  },
  radialConstraint: {
    question: "Is there a RadialConstraint?",
    argument: "gamma_constraint",
    answer: yesOrNo,
  },
  objectForm: {
    question: "In which form are initializers written?",
    argument: "gamma_initializer",
    answer: (form) =>
      form === "plain" ? "class_name and config" : "module, class_name, config, registered_name",
  },
};

/** One row per switch: its question and the answer of each profile. */
export const switchRows = (
  profiles: readonly ProfileSwitches[],
): readonly {
  readonly name: SwitchName;
  readonly question: string;
  readonly argument: string;
  readonly answers: readonly string[];
}[] =>
  (Object.keys(switchTexts) as SwitchName[]).map((name) => {
    // Each text answers the values of its own switch; the pairing is beyond the type system.
    const text = switchTexts[name] as SwitchText<SwitchName> & {
      readonly answer: (value: unknown) => string;
    };
    return {
      name,
      question: text.question,
      argument: text.argument,
      answers: profiles.map((profile) => text.answer(profile[name])),
    };
  });
