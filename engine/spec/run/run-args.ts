import { choiceArg, countArg, integerArg, numbersArg, realArg, textArg } from "../arg-spec";
import type { ValueOf } from "../arg-spec";
import { edits, stage } from "./batch-stages";
import { allChannels } from "./channels";
import { example, outlier } from "./company";
import { data } from "./data";
import { frozenFrom } from "./frozen-from";
import { learningRate, optimizer } from "./optimizer";
import { order } from "./order";
import { mask, padding } from "./padding";
import { parameter } from "./parameter";
import { profile } from "./profile";
import { dataFormat, element, layerNormalization, shape } from "./tensor";
import { firstName, scope, scopeReuse, updatesOf } from "./two-calls";
import { collectBeforeLayer, runUpdateOps } from "./update-ops";

const synthetic = ["gaussian", "drift", "heavy-tail", "constant"] as const;
const tables = ["penguins"] as const;

const batchSize = integerArg({
  name: "batch_size",
  where: "run",
  group: "run",
  summary: "How many examples each training step sees.",
  type: "int",
  rule: "an integer",
  default: 32,
  bounds: { min: 1, max: 4096 },
  stops: [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 178, 256, 512, 1024],
  related: [],
  valid: [1, 32],
  invalid: [{ value: 1.5, message: "batch_size must be an integer. Received: batch_size=1.5" }],
});

const steps = integerArg({
  name: "steps",
  where: "run",
  group: "run",
  summary: "How many training steps the run takes.",
  type: "int",
  rule: "an integer",
  default: 200,
  bounds: { min: 1, max: 10_000 },
  stops: [
    1, 2, 5, 10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000,
    5000, 7500, 10_000,
  ],
  related: [],
  valid: [1, 200],
  invalid: [{ value: "all", message: 'steps must be an integer. Received: steps="all"' }],
});

const seed = integerArg({
  name: "seed",
  where: "run",
  group: "run",
  summary:
    "The seed of the shuffling and of the synthetic numbers; equal seeds give equal pictures.",
  type: "int",
  rule: "an integer",
  default: 1,
  bounds: { min: 0, max: 4294967295 },
  stops: Array.from({ length: 33 }, (_, index) => index),
  related: [],
  valid: [0, 7],
  invalid: [{ value: null, message: "seed must be an integer. Received: seed=null" }],
});

const step = integerArg({
  name: "step",
  where: "run",
  group: "run",
  summary: "The training step the figure looks at.",
  type: "int",
  rule: "an integer",
  default: 50,
  bounds: { min: 1, max: 10_000 },
  stops: [],
  related: [],
  valid: [1, 50],
  invalid: [{ value: 2.5, message: "step must be an integer. Received: step=2.5" }],
});

const channel = integerArg({
  name: "channel",
  where: "run",
  group: "data",
  summary: "The channel the figure draws, counted from 0.",
  type: "int",
  rule: "an integer",
  default: 0,
  bounds: { min: 0, max: 255 },
  stops: [],
  related: [],
  valid: [0, 12],
  invalid: [{ value: "hue", message: 'channel must be an integer. Received: channel="hue"' }],
});

/** Means and deviations are typed, so a wide layer's repeat. */
const channels = countArg({
  name: "channels",
  where: "run",
  group: "data",
  summary:
    "How many synthetic channels there are, through which means and deviations repeat; null is one for each of the means.",
  type: "int or null",
  rule: "an integer or null",
  default: null,
  bounds: { min: 1, max: 256 },
  stops: [1, 2, 3, 4, 8, 16, 32, 64, 128, 256],
  none: "number of means",
  activeWhen: { argument: "data", is: synthetic },
  related: [],
  valid: [null, 1, 256],
  invalid: [
    { value: "all", message: 'channels must be an integer or null. Received: channels="all"' },
  ],
});

const means = numbersArg({
  name: "means",
  where: "run",
  group: "data",
  summary: "The mean of each synthetic channel; a list shorter than channels repeats.",
  type: "list of floats",
  rule: "a list of 1 to 16 finite numbers",
  default: [3, 0, -20],
  bounds: { min: -1e6, max: 1e6 },
  maxLength: 16,
  activeWhen: { argument: "data", is: synthetic },
  related: [],
  valid: [[0], [1, 2, 3]],
  invalid: [
    { value: [], message: "means must be a list of 1 to 16 finite numbers. Received: means=[]" },
  ],
});

const deviations = numbersArg({
  name: "deviations",
  where: "run",
  group: "data",
  summary: "The standard deviation of each synthetic channel; a short list repeats.",
  type: "list of floats",
  rule: "a list of 1 to 16 finite numbers",
  default: [1, 2, 10],
  bounds: { min: 0, max: 1e6 },
  maxLength: 16,
  activeWhen: { argument: "data", is: synthetic },
  related: [],
  valid: [[1], [0, 2]],
  invalid: [
    {
      value: ["a"],
      message: 'deviations must be a list of 1 to 16 finite numbers. Received: deviations=["a"]',
    },
  ],
});

const driftPerStep = realArg({
  name: "drift_per_step",
  where: "run",
  group: "data",
  summary: "How far every channel's mean moves at each step, in its standard deviations.",
  type: "float",
  rule: "a finite number",
  default: 0.02,
  bounds: { min: -10, max: 10 },
  stops: [-0.1, -0.05, -0.02, -0.01, 0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1],
  activeWhen: { argument: "data", is: ["drift"] },
  related: [],
  valid: [0, 0.02],
  invalid: [
    {
      value: "fast",
      message: 'drift_per_step must be a finite number. Received: drift_per_step="fast"',
    },
  ],
});

const degreesOfFreedom = realArg({
  name: "degrees_of_freedom",
  where: "run",
  group: "data",
  summary: "How heavy the tail is: 3 gives frequent outliers, 30 is almost Gaussian.",
  type: "float",
  rule: "a finite number",
  default: 3,
  bounds: { min: 2.1, max: 100 },
  stops: [2.1, 2.5, 3, 4, 5, 7, 10, 15, 20, 30, 50, 100],
  activeWhen: { argument: "data", is: ["heavy-tail"] },
  related: [],
  valid: [3, 30],
  invalid: [
    {
      value: "3",
      message: 'degrees_of_freedom must be a finite number. Received: degrees_of_freedom="3"',
    },
  ],
});

const missing = choiceArg({
  name: "missing",
  where: "run",
  group: "data",
  summary: "What happens to missing cells of a table.",
  type: "choice",
  rule: "drop-rows or column-mean",
  default: "drop-rows",
  options: [
    { value: "drop-rows", label: "drop their rows" },
    { value: "column-mean", label: "fill in the column mean" },
  ],
  activeWhen: { argument: "data", is: tables },
  related: [],
  valid: ["drop-rows", "column-mean"],
  invalid: [
    {
      value: "zero",
      message: 'missing must be drop-rows or column-mean. Received: missing="zero"',
    },
  ],
});

/** A small table travels inside the link; a large one stays on the reader's device and is named by its key. */
const own = textArg({
  name: "own",
  where: "run",
  group: "data",
  summary:
    "The reader's own table: packed into the link when small, otherwise a key to this device's storage.",
  type: "str or null",
  rule: "a string or null",
  default: null,
  activeWhen: { argument: "data", is: ["own"] },
  related: [],
  valid: [null, "k-1a2b"],
  invalid: [{ value: 1, message: "own must be a string or null. Received: own=1" }],
});

/** The settings of a run, in the order in which links write them. */
export const runArgs = [
  data,
  own,
  missing,
  order,
  channels,
  means,
  deviations,
  driftPerStep,
  degreesOfFreedom,
  batchSize,
  steps,
  seed,
  channel,
  allChannels,
  step,
  padding,
  mask,
  example,
  outlier,
  stage,
  edits,
  profile,
  optimizer,
  learningRate,
  frozenFrom,
  parameter,
  runUpdateOps,
  collectBeforeLayer,
  shape,
  dataFormat,
  layerNormalization,
  element,
  firstName,
  scope,
  scopeReuse,
  updatesOf,
] as const;

type RunArg = (typeof runArgs)[number];

export type RunSettings = { readonly [A in RunArg as A["name"]]: ValueOf<A> };
