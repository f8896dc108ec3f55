import { textArg } from "../arg-spec";

export const name = textArg({
  name: "name",
  where: "constructor",
  group: "layer",
  summary: "The layer's name, which prefixes the names of its weights.",
  type: "str or null",
  rule: "a string or null",
  default: null,
  shownWith: ["first_name", "reuse"],
  related: ["trainable", "reuse"],
  valid: [null, "bn_1"],
  invalid: [{ value: 7, message: "name must be a string or null. Received: name=7" }],
});
