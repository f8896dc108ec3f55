import { realArg } from "../arg-spec";
import { towardsOne } from "../stops";

export const renormMomentum = realArg({
  name: "renorm_momentum",
  where: "constructor",
  group: "renorm",
  summary: "The share of the old renorm statistic that each training step keeps.",
  type: "float",
  rule: "a finite number",
  default: 0.99,
  bounds: { min: 0, max: 1 },
  stops: towardsOne(4),
  symbol: "\\rho_r",
  activeWhen: { argument: "renorm", is: true },
  related: ["renorm", "momentum"],
  valid: [0, 0.5, 0.99, 1],
  invalid: [
    {
      value: "0.9",
      message: 'renorm_momentum must be a finite number. Received: renorm_momentum="0.9"',
    },
  ],
});
