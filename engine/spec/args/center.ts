import { booleanArg } from "../arg-spec";

export const center = booleanArg({
  name: "center",
  where: "constructor",
  group: "scale and shift",
  summary: "Whether a learned offset β is added to the normalized values.",
  type: "bool",
  rule: "true or false",
  default: true,
  related: ["beta_initializer", "scale"],
  valid: [true, false],
  invalid: [{ value: "no", message: 'center must be true or false. Received: center="no"' }],
});
