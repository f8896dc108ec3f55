import { choiceArg } from "../arg-spec";

export const dtype = choiceArg({
  name: "dtype",
  where: "constructor",
  group: "layer",
  summary: "The number format of the weights and the outputs.",
  type: "str",
  rule: "float16, float32 or float64",
  default: "float32",
  options: [
    { value: "float16", label: "float16" },
    { value: "float32", label: "float32" },
    { value: "float64", label: "float64" },
  ],
  related: ["epsilon", "inputs"],
  valid: ["float16", "float32", "float64"],
  invalid: [
    {
      value: "int8",
      message: 'dtype must be float16, float32 or float64. Received: dtype="int8"',
    },
  ],
});
