import { constructorArgs } from "../batch-norm";
import { parameterOf } from "./argument-parameters";
import { method } from "./member-spec";
import type { MemberParameter } from "./member-spec";

const options: MemberParameter = {
  name: "options",
  type: "options",
  default: {},
  summary: "What is no argument of the layer: its version as profile, its graph, and the seed.",
  isAddition: true,
};

export const init = method({
  name: "__init__",
  tsName: "constructor",
  summary: "Makes a layer from its arguments; its variables are made later, by build.",
  signature: "new BatchNormalization(args?: BatchNormArguments, options?: LayerOptions)",
  parameters: [
    ...constructorArgs.map((spec) =>
      // The documents take it among the keywords of the base class.
      spec.name === "dtype"
        ? { ...parameterOf(spec), isAddition: true as const }
        : parameterOf(spec),
    ),
    {
      name: "**kwargs",
      type: "options",
      default: {},
      summary: "Keywords of the base class, such as dtype, input_shape and weights.",
    },
    options,
  ],
  returns: { type: "BatchNormalization", summary: "A layer that is not built yet." },
  errors: [
    {
      kind: "TypeError",
      when: "an argument is not known",
      message: "Keyword argument not understood: epsilom. Received: epsilom=0.1",
    },
    {
      kind: "TypeError",
      when: "axis is neither an int nor a list of ints",
      message: 'axis must be an int or a list of ints. Received: axis="channels"',
    },
    {
      kind: "ValueError",
      when: "an initializer, regularizer or constraint is not known",
      message:
        'Unknown initializer: gamma_initializer must be zeros, ones, constant, random_normal, random_uniform, truncated_normal, variance_scaling, orthogonal, identity, glorot_normal, glorot_uniform, lecun_normal, lecun_uniform, he_normal, he_uniform, {class_name, config}, a function or null. Received: gamma_initializer="glorot"',
    },
    {
      kind: "ValueError",
      when: "fused is true, cannot be honored, and the version is of the V2 flavor",
      message:
        "fused=true excludes virtual_batch_size: virtual_batch_size must be null when fused=true. Received: virtual_batch_size=2",
    },
  ],
  documents: ["D1", "D4"],
  changes: [
    {
      from: "1.14",
      what: "renorm, fused, virtual_batch_size, adjustment and others are arguments.",
    },
  ],
  related: ["build", "from_config", "name"],
});

export const deepcopy = method({
  name: "__deepcopy__",
  tsName: "deepCopy",
  summary:
    "Copies the layer under the same name: with copies of its variables, or in a graph with the same ones.",
  signature: "deepCopy(): BatchNormalization",
  parameters: [
    {
      name: "memo",
      type: "dict",
      summary:
        "Python's record of what it has copied already; deepCopy keeps its own and takes none.",
    },
  ],
  returns: { type: "BatchNormalization", summary: "The copy, built where the layer is built." },
  until: "1.8; the layers of tf.layers keep it",
  related: ["from_config", "get_config", "get_weights"],
});

export const getConfig = method({
  name: "get_config",
  tsName: "getConfig",
  summary: "Writes the layer's arguments down, in the form in which Keras stores layers.",
  signature: "getConfig(): KerasConfig",
  returns: { type: "dict", summary: "A value that JSON can hold, with Keras's keys." },
  changes: [
    { from: "1.14", what: "renorm and virtual_batch_size are written where they are set." },
    { from: "2.12", what: "Initializers and their like name the module they come from." },
  ],
  related: ["from_config", "__deepcopy__", "__init__"],
});

export const fromConfig = method({
  name: "from_config",
  tsName: "fromConfig",
  summary: "Makes a new layer from what get_config wrote.",
  signature: "static fromConfig(config: KerasConfig, options?: LayerOptions): BatchNormalization",
  parameters: [
    {
      name: "cls",
      type: "class",
      summary: "The class, which stands before the point: BatchNormalization.fromConfig(config).",
    },
    { name: "config", type: "dict", summary: "A configuration, also one that Keras wrote." },
    options,
  ],
  returns: { type: "BatchNormalization", summary: "A layer that is not built, without weights." },
  errors: [
    {
      kind: "TypeError",
      when: "the configuration has a key that is not known",
      message: "Keyword argument not understood: epsilom. Received: epsilom=0.1",
    },
  ],
  related: ["get_config", "set_weights", "__deepcopy__"],
});
