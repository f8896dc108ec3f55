import { modernDialect } from "../keras-object/dialect";
import type { ObjectDialect } from "../keras-object/dialect";
import type { Definition } from "../keras-object/definition";
import { writeObject } from "../keras-object/keras-object";
import type { KerasObject } from "../keras-object/keras-object";
import { resolveObject } from "../keras-object/resolve";
import type { Shape } from "../tensor/shape";
import { gradientBy, penaltyBy } from "./callable";
import type { RegularizerFunction } from "./callable";
import { l1, l1AndL2, l2 } from "./l1-l2";
import { orthogonalRegularizer } from "./orthogonal-regularizer";
import type { RegularizerDefinition } from "./regularizer";

export type { RegularizerFunction } from "./callable";

/** An identifier, a configuration object, a function, or null for none. */
export type RegularizerArgument = string | KerasObject | RegularizerFunction | null;

export interface ResolvedRegularizer {
  /** The penalty of a weight. Throws a ValueError when the regularizer cannot serve this shape. */
  penalty(weight: Float64Array, shape: Shape): number;
  /** The derivative of the penalty by each element. */
  gradient(weight: Float64Array, shape: Shape): Float64Array;
  /** The Keras form; the function's name for a function. */
  serialize(): unknown;
  readonly isCallable: boolean;
}

/** The regularizers of a version, with their arguments. */
export const regularizersIn = (dialect: ObjectDialect): readonly RegularizerDefinition[] => [
  l1(dialect),
  l2(dialect),
  ...l1AndL2(dialect),
  ...(dialect.orthogonalRegularizer ? [orthogonalRegularizer()] : []),
];

/** The regularizers of the latest Keras 2, with their arguments. */
export const regularizerCatalogue: readonly Definition[] = regularizersIn(modernDialect);

/**
 * Makes the regularizer that the user's argument names, or null for null. `argument` is the name of that argument,
 * for messages.
 *
 * Throws a ValueError (code "argument") for an unknown identifier or class, for something that is no identifier,
 * and for a config that the class does not take.
 */
export function resolveRegularizer(
  argument: string,
  value: RegularizerArgument,
  dialect: ObjectDialect,
): ResolvedRegularizer | null {
  if (value === null) return null;
  if (typeof value === "function") return fromFunction(argument, value);
  const family = { noun: "regularizer", definitions: regularizersIn(dialect) };
  const { penalty, gradient, className, config } = resolveObject(argument, value, family);
  return {
    penalty,
    gradient,
    serialize: () => writeObject("keras.regularizers", className, config(), dialect),
    isCallable: false,
  };
}

const fromFunction = (argument: string, regularize: RegularizerFunction): ResolvedRegularizer => ({
  penalty: (weight, shape) => penaltyBy(argument, regularize, weight, shape),
  gradient: (weight, shape) => gradientBy(argument, regularize, weight, shape),
  serialize: () => regularize.name,
  isCallable: true,
});
