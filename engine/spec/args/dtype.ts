import { choiceArg } from "../arg-spec";

export const dtype = choiceArg({
  name: "dtype",
  where: "constructor",
  group: "layer",
  summary: "The number format of the weights and the outputs.",
  type: "str",
  rule: "float32 or float64",
  default: "float32",
  options: [
    { value: "float32", label: "float32" },
    { value: "float64", label: "float64" },
  ],
  related: ["epsilon", "inputs"],
  valid: ["float32", "float64"],
  invalid: [
    { value: "float16", message: 'dtype must be float32 or float64. Received: dtype="float16"' },
  ],
});
