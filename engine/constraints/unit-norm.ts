import { define } from "../keras-object/definition";
import { axis } from "../keras-object/parameters";
import type { ConstraintDefinition } from "./constraint";
import { copyOfAxis, kappa, normsOver } from "./norms";

/** w/(κ + n), with n = √Σw² over `axis` and κ = 1e-7. */
export const unitNorm = (): ConstraintDefinition =>
  define({
    className: "UnitNorm",
    identifiers: ["unit_norm", "unitnorm", "UnitNorm"],
    parameters: { axis },
    make: ({ axis: over }, argument) => {
      const kept = copyOfAxis(over);
      return {
        className: "UnitNorm",
        config: () => ({ axis: copyOfAxis(kept) }),
        project: (weight, shape) => {
          const norms = normsOver(kept, weight, shape, argument);
          return weight.map((w, i) => w / (kappa + norms[i]!));
        },
      };
    },
  });
