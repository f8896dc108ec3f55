import { reuseArg } from "../arg-spec";

export const reuse = reuseArg({
  name: "reuse",
  where: "function",
  group: "functional interface",
  summary:
    "Whether the function finds the variables of an earlier layer of that name or makes new ones.",
  type: 'bool, "auto" or null',
  rule: 'true, false, "auto" or null',
  default: null,
  shownWith: ["first_name", "name"],
  related: ["name", "trainable"],
  valid: [null, true, false, "auto"],
  invalid: [
    { value: "yes", message: 'reuse must be true, false, "auto" or null. Received: reuse="yes"' },
    { value: 1, message: 'reuse must be true, false, "auto" or null. Received: reuse=1' },
  ],
});
