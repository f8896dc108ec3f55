import { modernDialect } from "../keras-object/dialect";
import type { ObjectDialect } from "../keras-object/dialect";
import type { Definition } from "../keras-object/definition";
import { writeObject } from "../keras-object/keras-object";
import type { KerasObject } from "../keras-object/keras-object";
import { readResult } from "../keras-object/numbers";
import type { NumbersLike } from "../keras-object/numbers";
import { resolveObject } from "../keras-object/resolve";
import type { Shape } from "../tensor/shape";
import type { ConstraintDefinition } from "./constraint";
import { maxNorm } from "./max-norm";
import { minMaxNorm } from "./min-max-norm";
import { nonNeg } from "./non-neg";
import { radialConstraint } from "./radial-constraint";
import { unitNorm } from "./unit-norm";

/** A function that gives the weight to go on with: as many numbers as it was given. */
export type ConstraintFunction = (weight: Float64Array, shape: readonly number[]) => NumbersLike;

/** An identifier, a configuration object, a function, or null for none. */
export type ConstraintArgument = string | KerasObject | ConstraintFunction | null;

export interface ResolvedConstraint {
  /**
   * The weight that an optimizer's update becomes; the given weight is left as it is. Throws a ValueError when the
   * constraint cannot serve this shape.
   */
  project(weight: Float64Array, shape: Shape): Float64Array;
  /** The Keras form; the function's name for a function. */
  serialize(): unknown;
  readonly isCallable: boolean;
  /** The value the user gave, the same function or object. */
  readonly given: Exclude<ConstraintArgument, null>;
}

/** The constraints of a version, with their arguments. */
export const constraintsIn = (dialect: ObjectDialect): readonly ConstraintDefinition[] => [
  maxNorm(),
  nonNeg(),
  unitNorm(),
  minMaxNorm(),
  ...(dialect.radialConstraint ? [radialConstraint()] : []),
];

/** The constraints of the latest Keras 2, with their arguments. */
export const constraintCatalogue: readonly Definition[] = constraintsIn(modernDialect);

/**
 * Makes the constraint that the user's argument names, or null for null. `argument` is the name of that argument,
 * for messages.
 *
 * Throws a ValueError (code "argument") for an unknown identifier or class, for something that is no identifier,
 * and for a config that the class does not take.
 */
export function resolveConstraint(
  argument: string,
  value: ConstraintArgument,
  dialect: ObjectDialect,
): ResolvedConstraint | null {
  if (value === null) return null;
  if (typeof value === "function") return fromFunction(argument, value);
  const family = { noun: "constraint", definitions: constraintsIn(dialect) };
  const { project, className, config } = resolveObject(argument, value, family);
  return {
    project,
    serialize: () => writeObject("keras.constraints", className, config(), dialect),
    isCallable: false,
    given: value,
  };
}

const fromFunction = (argument: string, constrain: ConstraintFunction): ResolvedConstraint => ({
  project: (weight, shape) =>
    readResult(argument, constrain(weight.slice(), [...shape]), shape, { scalarFills: false }),
  serialize: () => constrain.name,
  isCallable: true,
  given: constrain,
});
