import { method } from "./member-spec";
import type { MemberError, MemberParameter } from "./member-spec";

const parameters: readonly MemberParameter[] = [
  {
    name: "name",
    type: "str",
    summary: "The variable's own name; the layer's scope is put in front of it.",
  },
  { name: "shape", type: "list of ints", summary: "The variable's shape, known in full." },
  {
    name: "dtype",
    type: "str or null",
    default: null,
    summary: "The variable's dtype: the layer's unless given, or float32 where it has none yet.",
  },
  {
    name: "initializer",
    type: "str, config, function or null",
    default: null,
    summary: "What the first values are drawn from; null stands for glorot_uniform.",
  },
  {
    name: "regularizer",
    type: "str, config, function or null",
    default: null,
    summary: "A penalty on the variable, which joins the layer's losses.",
  },
  {
    name: "trainable",
    type: "bool",
    default: true,
    summary: "Whether an optimizer may change it while the layer itself is trainable.",
  },
  {
    name: "constraint",
    type: "str, config, function or null",
    default: null,
    summary: "What an optimizer projects the variable with after each step.",
  },
];

const signatureOf = (tsName: string): string =>
  `${tsName}(name: string, shape: readonly number[], options?: { dtype, initializer, regularizer, trainable, constraint }): Variable`;

const errors: readonly MemberError[] = [
  {
    kind: "RuntimeError",
    when: "the layer is eager, the version is tf-1.4 and there is a regularizer",
    message:
      "graph must be given to the constructor for regularizer: an eager layer has no symbolic tensors. Received: graph=null",
  },
  {
    kind: "ValueError",
    when: "a layer of tf-1.4 or tf-2.3-layers in a graph is built and has no variable of that name",
    message:
      'name must be that of a variable to reuse: variable batch_normalization/other does not exist. Received: name="batch_normalization/other", reuse=true',
  },
];

export const addVariable = method({
  name: "add_variable",
  tsName: "addVariable",
  summary: "Makes a variable that belongs to the layer, or finds one in a scope that is reused.",
  signature: signatureOf("addVariable"),
  parameters,
  returns: { type: "Variable", summary: "The variable that was made or found." },
  errors,
  changes: [{ from: "2.0", what: "Deprecated in favor of add_weight, which is the same." }],
  related: ["add_weight", "weights", "losses", "build"],
});

export const addWeight = method({
  name: "add_weight",
  tsName: "addWeight",
  summary: "Makes a variable that belongs to the layer: Keras's name for add_variable.",
  signature: signatureOf("addWeight"),
  parameters,
  returns: { type: "Variable", summary: "The variable that was made or found." },
  errors,
  related: ["add_variable", "weights", "losses", "build"],
});
