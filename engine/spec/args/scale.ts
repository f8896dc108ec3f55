import { booleanArg } from "../arg-spec";

export const scale = booleanArg({
  name: "scale",
  where: "constructor",
  group: "scale and shift",
  summary: "Whether the normalized values are multiplied by a learned scale γ.",
  type: "bool",
  rule: "true or false",
  default: true,
  related: ["gamma_initializer", "center"],
  valid: [true, false],
  invalid: [{ value: 2, message: "scale must be true or false. Received: scale=2" }],
});
