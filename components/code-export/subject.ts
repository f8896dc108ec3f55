import { defaultExperiment, layerArgumentsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { BatchNormConfig } from "@/engine/spec/batch-norm";
import type { ProfileId } from "@/engine/spec/profiles";
import type { ImplementationPath } from "@/engine/types/fused-outcome";
import type { StepTensors } from "@/engine/types/step-tensors";
import { freezingOf, isFrozen } from "./freezing";
import type { CodeFreezing } from "./freezing";
import type { CodeTwoCalls } from "./two-calls/subject";

/** What a figure shows, as far as a text can be made of it. */
export type CodeSource =
  /** One step of a run on a table. */
  | ({
      readonly kind: "run";
      readonly experiment: Experiment;
      readonly step: StepTensors;
    } & RunProgram)
  /** A training call on a tensor, or why the layer refused it. */
  | { readonly kind: "call"; readonly experiment: Experiment; readonly tensor: CodeTensor }
  /** Two calls of the functional interface in one graph. */
  | { readonly kind: "two-calls"; readonly experiment: Experiment; readonly calls: CodeTwoCalls }
  /** A training loop on a deferred graph, whose batches have so many channels. */
  | {
      readonly kind: "loop";
      readonly experiment: Experiment;
      readonly channels: number;
      /** What is shown of it, or why there is nothing. */
      readonly shown: StepTensors | { readonly message: string };
    }
  /** There are no numbers, and this is why. */
  | { readonly kind: "refused"; readonly experiment: Experiment; readonly message: string };

/** What a program owes to the tables behind its figure. */
export interface RunProgram {
  /** A sentence on what they hold of what it prints, where that is not plain. */
  readonly tables?: string;
  /** Whether their outputs in inference mode are of the moving statistics that the step found. */
  readonly inferenceBefore?: boolean;
}

type Numbers = ArrayLike<number>;
type Paths = Readonly<Record<string, ImplementationPath>>;

/** One training call of the layer with all that decides it besides its arguments. */
export interface CodeCall {
  /** Of the inputs. */
  readonly shape: readonly number[];
  readonly inputs: Numbers;
  /** As the call found them, by their documented names. */
  readonly weights: Readonly<Record<string, Numbers>>;
  /** The axes that keep statistics of their own, counted from 0. */
  readonly axes: readonly number[];
  readonly fused: boolean;
  readonly ghostBatches: number;
  /** Whether the batch's own statistics normalized it. */
  readonly usesBatch: boolean;
  /** Null where no adjustment was applied. */
  readonly adjustment: {
    readonly scale: Numbers;
    readonly bias: Numbers;
    /** Of both, where it is another than that of the inputs, to which it broadcasts. */
    readonly shape?: readonly number[];
  } | null;
  /** Layer normalization has no moving statistics. */
  readonly hasMovingStatistics: boolean;
  /** How many training calls went before. */
  readonly callsBefore: number;
}

/** A tensor that a figure puts through a layer. */
export interface CodeTensor {
  readonly shape: readonly number[];
  /** What the numbers are of, such as "a training call on a tensor of shape [8, 4]". */
  readonly title: string;
  /** The documented arguments that the figure goes by; all others are at their default. */
  readonly reads: readonly string[];
  /** Null where the layer refused. */
  readonly call: CodeCall | null;
  readonly refusal: string | null;
  /** A sentence on what the tables behind the figure hold of what a program prints, where that is not plain. */
  readonly tables?: string;
  /** Which implementation each version takes, by its id. */
  readonly paths?: Paths;
  readonly isLayerNormalization?: boolean;
}

/** A train step on a deferred graph. */
export interface CodeLoop {
  readonly runUpdateOps: boolean;
  readonly collectBeforeLayer: boolean;
  readonly learningRate: number;
  readonly steps: number;
  /** Of its batches, with every channel of the data. */
  readonly shape: readonly number[];
}

/** Whether the program runs the update operations; a layer called without a graph needs none. */
export const runsUpdates = (loop: CodeLoop | null): boolean =>
  loop === null || (loop.runUpdateOps && !loop.collectBeforeLayer);

/** All that the text of a framework is made of. */
export interface CodeSubject {
  readonly config: BatchNormConfig;
  readonly profile: ProfileId;
  /** How many examples at the end of the batch a mask leaves out; null without a mask. */
  readonly masked: number | null;
  /** How many examples at the end of the batch are zeros, masked or not. */
  readonly padding: number;
  /** How the run freezes the layer on the way, which `config` has as the step shown finds it; null where it does not. */
  readonly freezing: CodeFreezing | null;
  /** Of the inputs; a made-up one where there are none. */
  readonly shape: readonly number[];
  /** Null where it was refused, and for two calls. */
  readonly call: CodeCall | null;
  /** What the numbers are of, such as "step 50 of a run on wine". */
  readonly title: string;
  /** A sentence on what the tables behind the figure hold of what a program prints; null where that is plain. */
  readonly tables: string | null;
  /** Whether outputs in inference mode are wanted also of the moving statistics that the call found. */
  readonly inferenceBefore: boolean;
  /** Which implementation each version takes, by its id; null where nobody asked. */
  readonly paths: Paths | null;
  readonly loop: CodeLoop | null;
  readonly twoCalls: CodeTwoCalls | null;
  /** Why there are no numbers to reproduce; null where there are. */
  readonly refusal: string | null;
  /** What trains γ and β meanwhile; null for nothing. */
  readonly optimizer: { readonly name: "sgd" | "adam"; readonly learningRate: number } | null;
  readonly isLayerNormalization: boolean;
}

const madeUpChannels = 4;

/** What all subjects have in common: the layer of a run keeps the columns of its table apart. */
const common = (experiment: Experiment): CodeSubject => ({
  config: layerArgumentsOf({ ...experiment, axis: -1 }),
  profile: experiment.profile,
  masked: experiment.mask ? Math.min(experiment.padding, experiment.batch_size) : null,
  padding: Math.min(experiment.padding, experiment.batch_size),
  freezing: null,
  shape: [experiment.batch_size, madeUpChannels],
  call: null,
  title: "a configuration",
  tables: null,
  inferenceBefore: false,
  paths: null,
  loop: null,
  twoCalls: null,
  refusal: null,
  optimizer:
    experiment.optimizer === "none"
      ? null
      : { name: experiment.optimizer, learningRate: experiment.learning_rate },
  isLayerNormalization: false,
});

/** What of an experiment a figure without a run goes by; the rest is as by default. */
const only = (experiment: Experiment, names: readonly (keyof Experiment)[]): Experiment => ({
  ...defaultExperiment,
  ...Object.fromEntries(names.map((name) => [name, experiment[name]])),
});

const isVaried = (name: string): name is keyof Experiment => name in defaultExperiment;

/** Makes what a text is written from out of what a figure shows. */
export function subjectOf(source: CodeSource): CodeSubject {
  const { experiment } = source;
  switch (source.kind) {
    case "refused":
      return {
        ...frozenAt(experiment, Math.min(experiment.step, experiment.steps)),
        refusal: source.message,
      };
    case "run":
      return runSubject(source);
    case "call":
      return callSubject(experiment, source.tensor);
    case "two-calls":
      return twoCallsSubject(experiment, source.calls);
    case "loop":
      return loopSubject(source);
  }
}

/** The layer as a step of a run finds it. */
function frozenAt(experiment: Experiment, step: number): CodeSubject {
  const subject = common(experiment);
  const freezing = freezingOf(experiment, step);
  return {
    ...subject,
    freezing,
    ...(isFrozen(freezing) && { config: { ...subject.config, trainable: false } }),
  };
}

function runSubject({
  experiment,
  step,
  tables,
  inferenceBefore = false,
}: Extract<CodeSource, { readonly kind: "run" }>): CodeSubject {
  const { call } = step;
  const subject = frozenAt(experiment, step.step);
  // A figure may make its run without one, whatever its link says.
  const isUnadjusted = step.usesBatch && call.adjustment === null;
  return {
    ...subject,
    tables: tables ?? null,
    inferenceBefore,
    ...(isUnadjusted && { config: { ...subject.config, adjustment: null } }),
    ...callOf(step, `step ${step.step} of a run on ${dataName(experiment)}`),
  };
}

/** One step of a table as the call it made. */
function callOf(step: StepTensors, title: string): Pick<CodeSubject, "shape" | "title" | "call"> {
  const { batchSize, call } = step;
  const shape = [batchSize, step.inputs.length / batchSize];
  return {
    shape,
    title,
    call: {
      shape,
      inputs: step.inputs,
      weights: step.weights,
      axes: [1],
      fused: false,
      ghostBatches: call.ghostBatches,
      usesBatch: step.usesBatch,
      adjustment: call.adjustment,
      hasMovingStatistics: true,
      callsBefore: step.step - 1,
    },
  };
}

const dataName = ({ data }: Experiment): string => (data === "own" ? "your own table" : data);

function callSubject(experiment: Experiment, tensor: CodeTensor): CodeSubject {
  const { reads, isLayerNormalization = false, ...shown } = tensor;
  const subject = common(only(experiment, [...reads.filter(isVaried), "profile"]));
  return {
    ...subject,
    ...shown,
    config: { ...subject.config, axis: experiment.axis },
    isLayerNormalization,
  };
}

function twoCallsSubject(experiment: Experiment, twoCalls: CodeTwoCalls): CodeSubject {
  const of = only(experiment, ["momentum"]);
  const subject = common({ ...of, profile: "tf-2.3-layers" });
  const when = `after step ${twoCalls.step} of training the first on ${dataName(experiment)}`;
  return {
    ...subject,
    config: { ...subject.config, name: experiment.name },
    shape: [experiment.batch_size, twoCalls.channels],
    title: `two calls in one graph, ${when}`,
    twoCalls,
    refusal: twoCalls.refusal && `${twoCalls.refusal.kind}: ${twoCalls.refusal.message}`,
  };
}

function loopSubject({
  experiment,
  channels,
  shown,
}: Extract<CodeSource, { readonly kind: "loop" }>): CodeSubject {
  const of = only(experiment, [
    "momentum",
    "epsilon",
    "moving_mean_initializer",
    "moving_variance_initializer",
    "batch_size",
  ]);
  const shape = [experiment.batch_size, channels];
  const runUpdateOps = experiment.run_update_ops;
  return {
    ...common({ ...of, profile: "tf-2.3-layers" }),
    title: "a training loop on a deferred graph",
    ...("message" in shown
      ? { shape, refusal: shown.message }
      : callOf(shown, `step ${shown.step} of a training loop on ${dataName(experiment)}`)),
    loop: {
      runUpdateOps,
      collectBeforeLayer: runUpdateOps && experiment.collect_before_layer,
      learningRate: experiment.learning_rate,
      steps: experiment.steps,
      shape,
    },
  };
}
