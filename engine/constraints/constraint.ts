import type { Definition } from "../keras-object/definition";
import type { Config } from "../keras-object/keras-object";
import type { Shape } from "../tensor/shape";

/** A listed constraint with its arguments. */
export interface ListedConstraint {
  readonly className: string;
  readonly config: () => Config;
  /** The weight after the constraint is applied to it; the given weight is left as it is. */
  readonly project: (weight: Float64Array, shape: Shape) => Float64Array;
}

export type ConstraintDefinition = Definition<ListedConstraint>;
