import { inputs } from "../args/inputs";
import { parameterOf } from "./argument-parameters";
import { method } from "./member-spec";

export const computeMask = method({
  name: "compute_mask",
  tsName: "computeMask",
  summary:
    "Tells the mask of the outputs from that of the inputs: the same one, where it is allowed.",
  signature: "computeMask<M extends Mask | SymbolicTensor>(inputs, mask?: M | null): M | null",
  parameters: [
    parameterOf(inputs),
    {
      name: "mask",
      type: "tensor or null",
      default: null,
      summary: "The mask of the inputs; null for none.",
    },
  ],
  returns: { type: "tensor or null", summary: "The mask unchanged; null for none." },
  errors: [
    {
      kind: "TypeError",
      when: "there is a mask and the version is tf-1.4",
      message:
        "mask must be null: the layer does not support masking in this version. Received: mask=a mask",
    },
  ],
  changes: [{ from: "1.14", what: "The layer supports masks and hands them on." }],
  related: ["input_mask", "output_mask", "call"],
});
