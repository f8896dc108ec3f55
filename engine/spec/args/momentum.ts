import { realArg } from "../arg-spec";
import { towardsOne } from "../stops";

export const momentum = realArg({
  name: "momentum",
  where: "constructor",
  group: "statistics",
  summary: "The share of the old moving statistic that each training step keeps.",
  type: "float",
  rule: "a finite number",
  default: 0.99,
  bounds: { min: 0, max: 1 },
  stops: towardsOne(4),
  complementIn: "PyTorch",
  symbol: "\\rho",
  related: ["moving_mean_initializer", "moving_variance_initializer", "trainable"],
  valid: [0, 0.5, 0.99, 1],
  invalid: [
    { value: "0.9", message: 'momentum must be a finite number. Received: momentum="0.9"' },
    { value: Number.NaN, message: "momentum must be a finite number. Received: momentum=NaN" },
    { value: null, message: "momentum must be a finite number. Received: momentum=null" },
  ],
});
