import { tensorArg } from "../arg-spec";

export const mask = tensorArg({
  name: "mask",
  where: "call",
  group: "call",
  summary: "Which positions count in the batch's statistics: 1 or true for those that do.",
  type: "tensor or null",
  rule: "null, a tensor, or nested lists of numbers, shaped as the inputs without their last axis",
  default: null,
  symbol: "w",
  related: ["inputs", "training"],
  valid: [],
  invalid: [],
});
