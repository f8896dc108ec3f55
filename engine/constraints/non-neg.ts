import { define } from "../keras-object/definition";
import type { ConstraintDefinition } from "./constraint";

/** w · [w ≥ 0]: negative numbers become −0, since Keras multiplies; −∞ and NaN become NaN. */
export const nonNeg = (): ConstraintDefinition =>
  define({
    className: "NonNeg",
    identifiers: ["non_neg", "nonneg", "NonNeg"],
    parameters: {},
    make: () => ({
      className: "NonNeg",
      config: () => ({}),
      project: (weight) => weight.map((w) => w * (w >= 0 ? 1 : 0)),
    }),
  });
