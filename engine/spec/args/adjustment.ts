import { adjustmentArg } from "../arg-spec";

const rule =
  "null, a function of the inputs' shape that returns a pair, or {scale, bias} with two spreads of at least 0 and optionally per, feature or example";

export const adjustment = adjustmentArg({
  name: "adjustment",
  where: "constructor",
  group: "adjustment",
  summary:
    "A scale and a bias for the normalized values, before γ and β, in training only: a function of the inputs' shape.",
  type: "function or null",
  rule,
  default: null,
  symbol: "a, b",
  related: ["virtual_batch_size", "fused", "renorm"],
  valid: [null, { scale: 0.07, bias: 0.1 }, { scale: 0.07, bias: 0.1, per: "example" }],
  invalid: [
    { value: 2, message: `adjustment must be ${rule}. Received: adjustment=2` },
    {
      value: { scale: -1, bias: 0 },
      message: `adjustment must be ${rule}. Received: adjustment={"scale":-1,"bias":0}`,
    },
    {
      value: { scale: 0.07, bias: 0.1, per: "batch" },
      message: `adjustment must be ${rule}. Received: adjustment={"scale":0.07,"bias":0.1,"per":"batch"}`,
    },
  ],
});
