import { defaultExperiment, experimentArg } from "@/engine/spec/experiment";
import type { ExperimentArgName } from "@/engine/spec/experiment";

const numberTraps = ["", " ", "0x10", "0b1", "1,5", "Infinity", "-Infinity", "NaN", " 1", "1 "];
const textTraps = [
  "constructor",
  "__proto__",
  "toString",
  "abc",
  "--1",
  "1e",
  "1e999",
  ".",
  "1_000",
  "１",
];
/** Texts that are no number, no choice and no object. */
export const traps = [...numberTraps, ...textTraps];
const notWhole = ["1.5", "2e-1"];
const badObjects = [
  ...traps.filter((text) => text !== "1e999"),
  "Zeros ",
  "one,two",
  "l2(",
  "l2)",
  "(l2:1)",
  "__proto__()",
  "hasOwnProperty(l2:1)",
];
const initializer = {
  rule: "a number, zeros, ones, constant, random_normal, random_uniform, truncated_normal, variance_scaling, orthogonal, identity, glorot_normal, glorot_uniform, lecun_normal, lecun_uniform, he_normal, he_uniform or none, with parameters as in random_normal(mean:0,stddev:0.05,seed:null)",
  bad: [...badObjects, "1e999", "l2", "max_norm"],
};
const regularizer = {
  rule: "l1, l2, L1L2, l1_l2, orthogonal_regularizer or none, with parameters as in L1L2(l1:0,l2:0)",
  standard: "none",
  bad: [...badObjects, "0.1", "zeros", "max_norm", "null"],
};
const constraint = {
  rule: "max_norm, non_neg, unit_norm, min_max_norm, radial_constraint or none, with parameters as in max_norm(max_value:2,axis:0)",
  standard: "none",
  bad: [...badObjects, "2", "zeros", "l2", "null"],
};
const truth = { rule: "true or false", standard: "true", bad: [...traps, "1", "0", "True", "yes"] };
const manyNumbers = Array.from({ length: 17 }, () => "1").join(",");
const badLists = ["", "0x10", "Infinity", "NaN", "1,,2", "1,a", "1;2", manyNumbers];

const badPairs = [
  ...traps,
  "null",
  ":",
  "rmin:",
  "rmin:,",
  "rmin:0.5,",
  ":1",
  "rmin:0.5:1",
  "rmax:Infinity",
  "dmax:NaN",
  "dmax:1e999",
  "rmax:0x10",
  "__proto__:1",
  "constructor:1",
];

interface Refused {
  /** What completes "<name> must be …". */
  readonly rule: string;
  /** The default as the warning writes it. */
  readonly standard: string;
  readonly bad: readonly string[];
}

/** What takes any text. */
type TextName = "own" | "name" | "first_name" | "scope";

const reuse = {
  rule: 'true, false, "auto" or null',
  standard: "null",
  bad: [...traps, "none", "AUTO_REUSE", "Auto", "1"],
};

/** Every argument whose link can be wrong. */
export const refused: Readonly<Record<Exclude<ExperimentArgName, TextName>, Refused>> = {
  data: {
    rule: "wine, digits, penguins, gaussian, drift, heavy-tail, constant or own",
    standard: "wine",
    bad: [...traps, "Wine", "iris"],
  },
  missing: {
    rule: "drop-rows or column-mean",
    standard: "drop-rows",
    bad: [...traps, "drop", "zero"],
  },
  order: { rule: "shuffled or sorted", standard: "shuffled", bad: [...traps, "random"] },
  channels: {
    rule: "an integer from 1 to 256, or none",
    standard: "none",
    bad: [...traps, ...notWhole, "0", "-1", "257", "null"],
  },
  means: {
    rule: "1 to 16 numbers from -1000000 to 1000000, separated by commas",
    standard: "3,0,-20",
    bad: [...badLists, "1000001", "0,-1000001"],
  },
  deviations: {
    rule: "1 to 16 numbers from 0 to 1000000, separated by commas",
    standard: "1,2,10",
    bad: [...badLists, "1,-1", "1000001"],
  },
  drift_per_step: {
    rule: "a number from -10 to 10",
    standard: "0.02",
    bad: [...traps, "10.01", "-11"],
  },
  degrees_of_freedom: {
    rule: "a number from 2.1 to 100",
    standard: "3",
    bad: [...traps, "2", "101"],
  },
  batch_size: {
    rule: "an integer from 1 to 4096",
    standard: "32",
    bad: [...traps, ...notWhole, "0", "-1", "4097"],
  },
  steps: {
    rule: "an integer from 1 to 10000",
    standard: "200",
    bad: [...traps, ...notWhole, "0", "10001"],
  },
  seed: {
    rule: "an integer from 0 to 4294967295",
    standard: "1",
    bad: [...traps, ...notWhole, "-1", "4294967296"],
  },
  channel: {
    rule: "an integer from 0 to 255",
    standard: "0",
    bad: [...traps, ...notWhole, "-1", "256", "alcohol"],
  },
  step: {
    rule: "an integer from 1 to 10000",
    standard: "50",
    bad: [...traps, ...notWhole, "0", "10001"],
  },
  parameter: {
    rule: "gamma, beta, moving_mean or moving_variance",
    standard: "gamma",
    bad: [...traps, "Gamma", "moving_stddev"],
  },
  shape: {
    rule: "2 to 5 integers from 1 to 8, separated by commas",
    standard: "2,4,4,3",
    bad: [...badLists, "4", "0,4", "9,4", "2.5,4", "1,1,1,1,1,1"],
  },
  data_format: {
    rule: "channels_last or channels_first",
    standard: "channels_last",
    bad: [...traps, "NHWC", "Channels_Last"],
  },
  layer_normalization: { ...truth, standard: "false" },
  all_channels: { ...truth, standard: "false" },
  axis: {
    rule: "an int, or ints separated by commas",
    standard: "-1",
    bad: [
      ...traps.filter((text) => !["1,5", " 1", "1 "].includes(text)),
      ...notWhole,
      ..."1, 1,,2 1;2 1,a null none [1]".split(" "),
    ],
  },
  momentum: { rule: "a number from 0 to 1", standard: "0.99", bad: [...traps, "-0.01", "1.01"] },
  epsilon: { rule: "a number from 0 to 1000", standard: "0.001", bad: [...traps, "-1e-9", "1001"] },
  moving_mean_initializer: { ...initializer, standard: "zeros" },
  moving_variance_initializer: { ...initializer, standard: "ones" },
  beta_initializer: { ...initializer, standard: "zeros" },
  gamma_initializer: { ...initializer, standard: "ones" },
  center: truth,
  scale: truth,
  trainable: truth,
  beta_regularizer: regularizer,
  gamma_regularizer: regularizer,
  beta_constraint: constraint,
  gamma_constraint: constraint,
  renorm: { ...truth, standard: "false" },
  renorm_clipping: {
    rule: "finite numbers or schedules of value@step as in rmin:0.5,rmax:1@1~3@100,dmax:5, or none",
    standard: "none",
    bad: [...badPairs, "rmin", "rmin:0.5,rmin:0.5", "RMIN:1", "scale:1", "rmin:0.5;rmax:3"],
  },
  renorm_momentum: {
    rule: "a number from 0 to 1",
    standard: "0.99",
    bad: [...traps, "-0.01", "1.01"],
  },
  virtual_batch_size: {
    rule: "an integer from 1 to 4096, or none",
    standard: "none",
    bad: [...traps, ...notWhole, "0", "-1", "4097", "null"],
  },
  adjustment: {
    rule: "two spreads of at least 0 as in scale:0.07,bias:0.1, which per:example draws for examples instead of features, or none",
    standard: "none",
    bad: [
      ...badPairs,
      "scale:0.1",
      "bias:0.1",
      "scale:-0.1,bias:0",
      "scale:1,bias:1,scale:1",
      "scale:1,bias:1,per:batch",
      "per:example",
      "scale:1,bias:1,mean:0",
    ],
  },
  fused: {
    rule: "true, false or null",
    standard: "null",
    bad: [...traps, "none", "auto", "1", "Null"],
  },
  profile: {
    rule: experimentArg("profile").rule,
    standard: defaultExperiment.profile,
    bad: [...traps, "tf-3", "keras-2"],
  },
  optimizer: { rule: "none, sgd or adam", standard: "none", bad: [...traps, "SGD", "rmsprop"] },
  learning_rate: { rule: "a number from 0 to 10", standard: "0.05", bad: [...traps, "-1", "11"] },
  frozen_from: {
    rule: "an integer from 1 to 10000, or none",
    standard: "none",
    bad: [...traps, ...notWhole, "0", "-1", "10001", "never"],
  },
  padding: {
    rule: "an integer from 0 to 4096",
    standard: "0",
    bad: [...traps, ...notWhole, "-1", "4097"],
  },
  mask: { ...truth, standard: "false" },
  element: {
    rule: "an integer from 0 to 32767, or none",
    standard: "none",
    bad: [...traps, ...notWhole, "-1", "32768", "last"],
  },
  example: {
    rule: "an integer from 0 to 4095",
    standard: "0",
    bad: [...traps, ...notWhole, "-1", "4096"],
  },
  outlier: {
    rule: "a number from -1000000 to 1000000",
    standard: "10",
    bad: [...traps, "1000001", "-1000001"],
  },
  stage: {
    rule: "inputs, mean, variance, normalized, renorm, adjustment or output",
    standard: "inputs",
    bad: [...traps, "Mean", "gamma"],
  },
  edits: {
    rule: "at most 200 cells, each once, as step.example.channel:value in 50.2.0:99.5, or none",
    standard: "none",
    bad: [
      ...traps,
      ..."50.2.0 50.2.0: :1 50.2:1 50.2.0.1:1 0.2.0:1 50.-2.0:1 50.2.0:a 50.2.0:1:1".split(" "),
      ..."50.2.0:NaN 50.2.0:Infinity 50.2.0:1e999 50.2.0:1, 50.2.0:1,50.2.0:2 1e1.2.0:1".split(" "),
      Array.from({ length: 201 }, (_, i) => `1.${i}.0:1`).join(","),
    ],
  },
  run_update_ops: { ...truth, standard: "false" },
  collect_before_layer: { ...truth, standard: "false" },
  reuse,
  scope_reuse: reuse,
  updates_of: { rule: "first or both", standard: "first", bad: [...traps, "second", "First"] },
  dtype: {
    rule: "float16, float32 or float64",
    standard: "float32",
    bad: [...traps, "int8", "half"],
  },
};
