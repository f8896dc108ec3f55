import { graphOnly } from "./eager-errors";
import { method } from "./member-spec";
import type { MemberError, MemberParameter, MemberSpec } from "./member-spec";

const nodeIndex: MemberParameter = {
  name: "node_index",
  type: "int",
  summary: "The number of the call, from 0; negative numbers count from the last.",
};

const errorsOf = (tsName: string): readonly MemberError[] => [
  graphOnly(tsName),
  {
    kind: "RuntimeError",
    when: "the layer was never called on symbolic tensors",
    message: `${tsName} must be asked of a layer that was called. Received: nodes=0`,
  },
  {
    kind: "ValueError",
    when: "there is no call of that number",
    message:
      "node_index must be an integer from -1 to 0: the layer has 1 node. Received: node_index=1",
  },
];

interface AtNode extends Pick<MemberSpec, "name" | "tsName" | "summary" | "related"> {
  readonly type: string;
  readonly of: "tensor" | "mask" | "shape";
}

const results = {
  tensor: { type: "SymbolicTensor, or list of them", summary: "A list where there are several." },
  mask: { type: "SymbolicTensor or null, or list of them", summary: "Null for no mask." },
  shape: {
    type: "list of ints and nulls, or list of such lists",
    summary: "Null stands for a size, or a rank, that is not known.",
  },
} as const;

const atNode = ({ type, of, ...rest }: AtNode): MemberSpec =>
  method({
    ...rest,
    signature: `${rest.tsName}(nodeIndex: number): ${type}`,
    parameters: [nodeIndex],
    returns: results[of],
    errors: errorsOf(rest.tsName),
  });

const tensorType = "SymbolicTensor | readonly SymbolicTensor[]";
const maskType = "SymbolicTensor | null | readonly (SymbolicTensor | null)[]";
const shapeType = "PartialShape | null | readonly (PartialShape | null)[]";

export const getInputAt = atNode({
  name: "get_input_at",
  tsName: "getInputAt",
  summary: "Returns what one of the layer's calls was made on.",
  of: "tensor",
  type: tensorType,
  related: ["input", "get_output_at", "get_input_shape_at", "get_input_mask_at"],
});

export const getInputMaskAt = atNode({
  name: "get_input_mask_at",
  tsName: "getInputMaskAt",
  summary: "Returns the mask of what one of the layer's calls was made on.",
  of: "mask",
  type: maskType,
  related: ["input_mask", "get_output_mask_at", "get_input_at"],
});

export const getInputShapeAt = atNode({
  name: "get_input_shape_at",
  tsName: "getInputShapeAt",
  summary: "Returns the shape of what one of the layer's calls was made on.",
  of: "shape",
  type: shapeType,
  related: ["input_shape", "get_output_shape_at", "get_input_at"],
});

export const getOutputAt = atNode({
  name: "get_output_at",
  tsName: "getOutputAt",
  summary: "Returns what one of the layer's calls returned.",
  of: "tensor",
  type: tensorType,
  related: ["output", "get_input_at", "get_output_shape_at", "get_output_mask_at"],
});

export const getOutputMaskAt = atNode({
  name: "get_output_mask_at",
  tsName: "getOutputMaskAt",
  summary: "Returns the mask of what one of the layer's calls returned.",
  of: "mask",
  type: maskType,
  related: ["output_mask", "get_input_mask_at", "get_output_at"],
});

export const getOutputShapeAt = atNode({
  name: "get_output_shape_at",
  tsName: "getOutputShapeAt",
  summary: "Returns the shape of what one of the layer's calls returned.",
  of: "shape",
  type: shapeType,
  related: ["output_shape", "get_input_shape_at", "get_output_at"],
});
