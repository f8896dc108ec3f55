import { booleanArg } from "../arg-spec";

export const renorm = booleanArg({
  name: "renorm",
  where: "constructor",
  group: "renorm",
  summary: "Whether training corrects the batch's normalization towards the moving statistics.",
  type: "bool",
  rule: "true or false",
  default: false,
  related: ["renorm_clipping", "renorm_momentum"],
  valid: [true, false],
  invalid: [{ value: "yes", message: 'renorm must be true or false. Received: renorm="yes"' }],
});
