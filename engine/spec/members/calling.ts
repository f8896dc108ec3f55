import { inputs } from "../args/inputs";
import { mask } from "../args/mask";
import { training } from "../args/training";
import { parameterOf } from "./argument-parameters";
import { method } from "./member-spec";
import type { MemberError, MemberParameter } from "./member-spec";

const outputs = {
  type: "SymbolicTensor or Tensor",
  summary: "Symbolic for symbolic inputs, numbers for numbers; shaped as the inputs.",
} as const;

const keywords: MemberParameter = {
  name: "**kwargs",
  type: "options",
  default: {},
  summary: "The other arguments of call, training and mask; and scope, where variables are to lie.",
};

const numbersInGraph: MemberError = {
  kind: "TypeError",
  when: "a layer in a graph is given numbers",
  message:
    "inputs must be a symbolic tensor for a layer in a graph, or a list of them: make one with placeholder or constant. Received: inputs=[[1, 2, 3]]",
};

const symbolicInEager: MemberError = {
  kind: "ValueError",
  when: "an eager layer is given symbolic tensors",
  message:
    "inputs must be numbers for an eager layer: give the constructor the inputs' graph. Received: inputs=x",
};

const errors: readonly MemberError[] = [
  {
    kind: "ValueError",
    when: "the layer has to be built and the rank of its inputs is not known",
    message:
      "inputs must have a known rank of at least 1 (undefined rank). Received: inputs.shape=null",
  },
  {
    kind: "ValueError",
    when: "the layer has to be built and a size along its axis is not known",
    message:
      "inputs must have a known size along every normalized axis (undefined `axis` dimension). Received: axis=1, inputs.shape=[2, null]",
  },
  {
    kind: "ValueError",
    when: "the inputs are tensors of another graph",
    message: "inputs must be of the same graph: the graphs are not the same. Received: inputs=x",
  },
  symbolicInEager,
  numbersInGraph,
];

export const callLayer = method({
  name: "__call__",
  tsName: "apply",
  summary: "Uses the layer: builds it if need be, computes its outputs and records the call.",
  signature:
    "apply(inputs: SymbolicTensor | Tensor | NestedNumbers, options?: { training, mask, scope }): SymbolicTensor | Tensor",
  parameters: [parameterOf(inputs), keywords],
  returns: outputs,
  errors,
  related: ["apply", "call", "build", "updates"],
});

export const apply = method({
  name: "apply",
  tsName: "apply",
  summary: "Uses the layer, as __call__ does: the same method under a name that can be written.",
  signature:
    "apply(inputs: SymbolicTensor | Tensor | NestedNumbers, options?: { training, mask, scope }): SymbolicTensor | Tensor",
  parameters: [
    parameterOf(inputs),
    {
      name: "*args",
      type: "nothing",
      default: [],
      summary: "More positional arguments of call, which are named options here.",
    },
    keywords,
  ],
  returns: outputs,
  errors,
  changes: [{ from: "2.0", what: "Deprecated in favor of calling the layer itself." }],
  related: ["__call__", "call", "build"],
});

export const build = method({
  name: "build",
  tsName: "build",
  summary: "Makes the layer's variables for inputs of a shape, without calling it.",
  signature: "build(inputShape: PartialShape | null): void",
  parameters: [
    {
      name: "input_shape",
      type: "list of ints and nulls",
      summary: "The shape of the inputs; null stands for a size that is not known yet.",
    },
  ],
  returns: { type: "nothing", summary: "The layer is built." },
  errors: [
    {
      kind: "ValueError",
      when: "the rank is not known",
      message:
        "inputs must have a known rank of at least 1 (undefined rank). Received: inputs.shape=null",
    },
    {
      kind: "ValueError",
      when: "a size along the layer's axis is not known",
      message:
        "inputs must have a known size along every normalized axis (undefined `axis` dimension). Received: axis=1, inputs.shape=[2, null]",
    },
    {
      kind: "ValueError",
      when: "the inputs do not have the layer's axis",
      message: "Invalid axis: axis must be in [-2, 2) for inputs of rank 2. Received: axis=[3]",
    },
  ],
  related: ["__call__", "count_params", "weights"],
});

export const call = method({
  name: "call",
  tsName: "call",
  summary: "Computes the outputs, or the operations that will, and leaves the bookkeeping out.",
  signature:
    "call(inputs: SymbolicTensor | Tensor | NestedNumbers, options?: { training, mask }): SymbolicTensor | Tensor",
  parameters: [
    parameterOf(inputs),
    parameterOf(training),
    { ...parameterOf(mask), default: null, isAddition: true },
  ],
  returns: outputs,
  errors: [
    {
      kind: "TypeError",
      when: "training is neither a boolean nor what the version takes for one",
      message:
        'training must be a bool, an int or null (it becomes the pred of a condition). Received: training="yes"',
    },
    symbolicInEager,
    numbersInGraph,
  ],
  changes: [
    { from: "1.14", what: "training may be an integer." },
    { from: "2.12", what: "There is a mask, which the statistics of the batch follow." },
  ],
  related: ["__call__", "apply", "updates"],
});
