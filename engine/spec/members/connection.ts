import { graphOnly } from "./eager-errors";
import { property } from "./member-spec";
import type { MemberError } from "./member-spec";

const noNode = (tsName: string): MemberError => ({
  kind: "AttributeError",
  when: "the layer was never called on symbolic tensors",
  message: `${tsName} must be asked of a layer with one inbound node. Received: nodes=0`,
});

const severalNodes = (tsName: string): MemberError => ({
  kind: "AttributeError",
  when: "the layer was called more than once",
  message: `${tsName} must be asked of a layer with one inbound node. Received: nodes=2`,
});

const noShape = (tsName: string): MemberError => ({
  kind: "AttributeError",
  when: "the layer was never called on symbolic tensors",
  message: `${tsName} must be asked of a layer whose calls have one shape in common. Received: nodes=0`,
});

const otherShapes = (tsName: string): MemberError => ({
  kind: "AttributeError",
  when: "the layer was called on tensors of different shapes",
  message: `${tsName} must be asked of a layer whose calls have one shape in common. Received: shapes=[[null,3]] and [[2,3]]`,
});

const errorsOfOnlyNode = (tsName: string): readonly MemberError[] => [
  graphOnly(tsName),
  noNode(tsName),
  severalNodes(tsName),
];

const errorsOfShape = (tsName: string): readonly MemberError[] => [
  graphOnly(tsName),
  noShape(tsName),
  otherShapes(tsName),
];

const tensors = "SymbolicTensor, or list of them";
const shapes = "list of ints and nulls, or list of such lists";

export const input = property({
  name: "input",
  tsName: "input",
  summary: "What the layer was called on, where it was called once.",
  signature: "readonly input: SymbolicTensor | readonly SymbolicTensor[]",
  returns: { type: tensors, summary: "A list only where the call was on a list of several." },
  errors: errorsOfOnlyNode("input"),
  related: ["output", "get_input_at", "input_shape", "input_mask"],
});

export const inputMask = property({
  name: "input_mask",
  tsName: "inputMask",
  summary: "The mask of what the layer was called on, where it was called once.",
  signature: "readonly inputMask: SymbolicTensor | null | readonly (SymbolicTensor | null)[]",
  returns: { type: `${tensors}; null`, summary: "Null for a tensor without a mask." },
  errors: errorsOfOnlyNode("inputMask"),
  related: ["output_mask", "compute_mask", "get_input_mask_at", "input"],
});

export const inputShape = property({
  name: "input_shape",
  tsName: "inputShape",
  summary: "The shape of what the layer was called on, where all calls agree.",
  signature: "readonly inputShape: PartialShape | null | readonly (PartialShape | null)[]",
  returns: { type: shapes, summary: "Null stands for a size, or a rank, that is not known." },
  errors: errorsOfShape("inputShape"),
  related: ["output_shape", "get_input_shape_at", "input", "build"],
});

export const output = property({
  name: "output",
  tsName: "output",
  summary: "What the layer's call returned, where it was called once.",
  signature: "readonly output: SymbolicTensor | readonly SymbolicTensor[]",
  returns: { type: tensors, summary: "A list only where the call returned several." },
  errors: errorsOfOnlyNode("output"),
  related: ["input", "get_output_at", "output_shape", "output_mask"],
});

export const outputMask = property({
  name: "output_mask",
  tsName: "outputMask",
  summary: "The mask of what the layer's call returned, where it was called once.",
  signature: "readonly outputMask: SymbolicTensor | null | readonly (SymbolicTensor | null)[]",
  returns: { type: `${tensors}; null`, summary: "Null for a tensor without a mask." },
  errors: errorsOfOnlyNode("outputMask"),
  related: ["input_mask", "compute_mask", "get_output_mask_at", "output"],
});

export const outputShape = property({
  name: "output_shape",
  tsName: "outputShape",
  summary: "The shape of what the layer's calls returned, where they all agree.",
  signature: "readonly outputShape: PartialShape | null | readonly (PartialShape | null)[]",
  returns: { type: shapes, summary: "Null stands for a size, or a rank, that is not known." },
  errors: errorsOfShape("outputShape"),
  related: ["input_shape", "get_output_shape_at", "output"],
});
