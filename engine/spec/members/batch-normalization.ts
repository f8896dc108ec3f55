import { training } from "../args/training";
import { callArgs, constructorArgs, functionalArgs } from "../batch-norm";
import { parameterOf } from "./argument-parameters";
import { namedFunction } from "./member-spec";
import type { MemberParameter } from "./member-spec";

const order = [
  "inputs",
  "axis",
  "momentum",
  "epsilon",
  "center",
  "scale",
  "beta_initializer",
  "gamma_initializer",
  "moving_mean_initializer",
  "moving_variance_initializer",
  "beta_regularizer",
  "gamma_regularizer",
  "beta_constraint",
  "gamma_constraint",
  "training",
  "trainable",
  "name",
  "reuse",
  "renorm",
  "renorm_clipping",
  "renorm_momentum",
  "fused",
  "virtual_batch_size",
  "adjustment",
] as const;

/** Null would ask the learning phase; the function never does unless it is told to. */
const trainingOfFunction = { ...training, default: false } as const;

const specs = [...constructorArgs, ...callArgs, ...functionalArgs];

function parameter(name: (typeof order)[number]): MemberParameter {
  if (name === "training") return parameterOf(trainingOfFunction);
  const spec = specs.find((candidate) => candidate.name === name);
  if (spec === undefined) throw new RangeError(`no argument is named ${name}`);
  return parameterOf(spec);
}

/** The functional interface: what makes a layer and calls it in one line. */
export const batchNormalization = namedFunction({
  name: "batch_normalization",
  tsName: "batchNormalization",
  summary: "Makes a layer in the graph of its inputs and calls it, in one line.",
  signature:
    "batchNormalization(inputs: SymbolicTensor, args?: FunctionalArguments, options?: LayerOptions): SymbolicTensor",
  parameters: [
    ...order.map(parameter),
    {
      name: "options",
      type: "options",
      default: {},
      summary: "What is no argument of the function: the version as profile, and the seed.",
      isAddition: true,
    },
  ],
  returns: { type: "SymbolicTensor", summary: "The normalized inputs, shaped as they are." },
  errors: [
    {
      kind: "ValueError",
      when: "the inputs are numbers, as in eager execution",
      message:
        "inputs must be a symbolic tensor: the function does not work in eager mode, where BatchNormalization does. Received: inputs=[[1, 2]]",
    },
    {
      kind: "ValueError",
      when: "the name is taken and reuse is not set",
      message:
        'name must be new in its scope, or reuse must be true or "auto": variable bn/gamma already exists. Received: name="bn/gamma", reuse=false',
    },
    {
      kind: "ValueError",
      when: "reuse is true and there are no variables of that name",
      message:
        'name must be that of a variable to reuse: variable bn/gamma does not exist. Received: name="bn/gamma", reuse=true',
    },
    {
      kind: "TypeError",
      when: "reuse is none of its values",
      message: 'reuse must be true, false, "auto" or null. Received: reuse="yes"',
    },
  ],
  since: "1.0",
  documents: ["D5"],
  changes: [{ from: "2.0", what: "It is deprecated, and found in tf.compat.v1.layers." }],
  related: ["__init__", "__call__", "updates", "scope_name"],
});
