import { define } from "../keras-object/definition";
import { axis, finiteNumber } from "../keras-object/parameters";
import type { ConstraintDefinition } from "./constraint";
import { clip, copyOfAxis, kappa, normsOver } from "./norms";

/** w · clip(n, 0, max_value)/(κ + n), with n = √Σw² over `axis` and κ = 1e-7 (Srivastava et al. 2014). */
export const maxNorm = (): ConstraintDefinition =>
  define({
    className: "MaxNorm",
    identifiers: ["max_norm", "maxnorm", "MaxNorm"],
    parameters: { max_value: finiteNumber("max_value", 2), axis },
    make: ({ max_value: most, axis: over }, argument) => {
      const kept = copyOfAxis(over);
      return {
        className: "MaxNorm",
        config: () => ({ max_value: most, axis: copyOfAxis(kept) }),
        project: (weight, shape) => {
          const norms = normsOver(kept, weight, shape, argument);
          return weight.map((w, i) => w * (clip(norms[i]!, 0, most) / (kappa + norms[i]!)));
        },
      };
    },
  });
