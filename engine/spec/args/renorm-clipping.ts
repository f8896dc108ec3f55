import { clippingArg } from "../arg-spec";

const rule = "null, a function of the step, or a table with the keys rmax, rmin and dmax";

export const renormClipping = clippingArg({
  name: "renorm_clipping",
  where: "constructor",
  group: "renorm",
  summary: "Bounds of the renorm correction: rmin ≤ r ≤ rmax and −dmax ≤ d ≤ dmax.",
  type: "dict, function or null",
  rule,
  default: null,
  symbol: "r_{\\max}, r_{\\min}, d_{\\max}",
  activeWhen: { argument: "renorm", is: true },
  related: ["renorm", "renorm_momentum"],
  valid: [
    null,
    {},
    { rmax: 3, rmin: 1 / 3, dmax: 5 },
    { dmax: 0 },
    {
      rmax: 3,
      dmax: [
        [0, 0],
        [100, 5],
      ],
    },
  ],
  invalid: [
    { value: 3, message: `renorm_clipping must be ${rule}. Received: renorm_clipping=3` },
    {
      value: [1, 2],
      message: `renorm_clipping must be ${rule}. Received: renorm_clipping=[1, 2]`,
    },
  ],
});
