import { realArg } from "../arg-spec";
import { oneTwoFive } from "../stops";

export const epsilon = realArg({
  name: "epsilon",
  where: "constructor",
  group: "statistics",
  summary: "A small number added to the variance before its square root is taken.",
  type: "float",
  rule: "a finite number",
  default: 0.001,
  bounds: { min: 0, max: 1000 },
  stops: [0, ...oneTwoFive(-8, 3)],
  symbol: "\\varepsilon",
  related: ["moving_variance_initializer", "scale"],
  valid: [0, 1e-5, 0.001, 10],
  invalid: [
    { value: "small", message: 'epsilon must be a finite number. Received: epsilon="small"' },
    {
      value: Number.POSITIVE_INFINITY,
      message: "epsilon must be a finite number. Received: epsilon=Infinity",
    },
  ],
});
