import { define } from "../keras-object/definition";
import { axis, finiteNumber } from "../keras-object/parameters";
import type { ConstraintDefinition } from "./constraint";
import { clip, copyOfAxis, kappa, normsOver } from "./norms";

/**
 * w · (rate · clip(n, min_value, max_value) + (1 − rate) · n)/(κ + n), with n = √Σw² over `axis` and κ = 1e-7. A
 * rate below 1 moves the norm part of the way.
 */
export const minMaxNorm = (): ConstraintDefinition =>
  define({
    className: "MinMaxNorm",
    identifiers: ["min_max_norm", "MinMaxNorm"],
    parameters: {
      min_value: finiteNumber("min_value", 0),
      max_value: finiteNumber("max_value", 1),
      rate: finiteNumber("rate", 1),
      axis,
    },
    make: ({ axis: over, ...bounds }, argument) => {
      const { min_value: least, max_value: most, rate } = bounds;
      const kept = copyOfAxis(over);
      return {
        className: "MinMaxNorm",
        config: () => ({ ...bounds, axis: copyOfAxis(kept) }),
        project: (weight, shape) => {
          const norms = normsOver(kept, weight, shape, argument);
          return weight.map((w, i) => {
            const norm = norms[i]!;
            const desired = rate * clip(norm, least, most) + (1 - rate) * norm;
            return w * (desired / (kappa + norm));
          });
        },
      };
    },
  });
