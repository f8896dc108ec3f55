import { tensorArg } from "../arg-spec";

export const inputs = tensorArg({
  name: "inputs",
  where: "call",
  group: "call",
  summary: "The batch to normalize: a tensor of any rank of at least one.",
  type: "tensor",
  rule: "a tensor, or nested lists of numbers",
  default: null,
  symbol: "x",
  shownWith: ["data", "own", "batch_size"],
  related: ["axis", "training"],
  valid: [],
  invalid: [],
});
