import type { Definition } from "../keras-object/definition";
import type { Config } from "../keras-object/keras-object";
import type { Shape } from "../tensor/shape";

/** A listed regularizer with its factors. */
export interface ListedRegularizer {
  readonly className: string;
  readonly config: () => Config;
  readonly penalty: (weight: Float64Array, shape: Shape) => number;
  /** The derivative of the penalty by each element. */
  readonly gradient: (weight: Float64Array, shape: Shape) => Float64Array;
}

export type RegularizerDefinition = Definition<ListedRegularizer>;
