import { modernDialect } from "../keras-object/dialect";
import type { ObjectDialect } from "../keras-object/dialect";
import type { Definition } from "../keras-object/definition";
import { writeObject } from "../keras-object/keras-object";
import type { KerasObject } from "../keras-object/keras-object";
import { readResult } from "../keras-object/numbers";
import { resolveObject } from "../keras-object/resolve";
import type { Generator } from "../random/generator";
import type { Shape } from "../tensor/shape";
import type { Distribution } from "../types/initial-draws";
import { constant } from "./constant";
import { identity } from "./identity";
import type { InitializerDefinition } from "./initializer";
import { ones } from "./ones";
import { orthogonal } from "./orthogonal";
import { varianceScalingPresets } from "./presets";
import { randomNormal } from "./random-normal";
import { randomUniform } from "./random-uniform";
import { truncatedNormal } from "./truncated-normal";
import { varianceScaling } from "./variance-scaling";
import { zeros } from "./zeros";

/**
 * A function that gives the first values of a weight: as many numbers as its shape holds, as nested lists, a typed
 * array or {data, shape}, or one number that fills it.
 */
export type InitializerFunction = (shape: readonly number[], dtype: string) => unknown;

/** An identifier, a configuration object, a function, or null for the default of `add_weight`, glorot_uniform. */
export type InitializerArgument = string | KerasObject | InitializerFunction | null;

export interface ResolvedInitializer {
  /**
   * The first values of a weight in row-major order, before they are rounded to its dtype. Throws a ValueError when
   * the initializer cannot serve this shape. `dtype` is what a function of the user is told; float32 unless given.
   */
  values(shape: Shape, random: Generator, dtype?: string): Float64Array;
  /** What each element of a weight of this shape is drawn from; null where they are not drawn one by one. */
  distribution(shape: Shape): Distribution | null;
  /** The Keras form; null for null, the function's name for a function. */
  serialize(): unknown;
  /** The seed of the object itself, null when it has none. */
  readonly seed: number | null;
  readonly isCallable: boolean;
}

/** The initializers of a version, with their arguments. */
export const initializersIn = (dialect: ObjectDialect): readonly InitializerDefinition[] => [
  zeros(dialect),
  ones(dialect),
  constant(dialect),
  randomNormal(dialect),
  randomUniform(dialect),
  truncatedNormal(dialect),
  varianceScaling(dialect),
  orthogonal(dialect),
  identity(dialect),
  ...varianceScalingPresets(dialect),
];

/** The initializers of the latest Keras 2, with their arguments. */
export const initializerCatalogue: readonly Definition[] = initializersIn(modernDialect);

/**
 * Makes the initializer that the user's argument names. `argument` is the name of that argument, for messages.
 *
 * Throws a ValueError (code "argument") for an unknown identifier or class, for something that is no identifier,
 * and for a config that the class does not take.
 */
export function resolveInitializer(
  argument: string,
  value: InitializerArgument,
  dialect: ObjectDialect,
): ResolvedInitializer {
  if (typeof value === "function") return fromFunction(argument, value);
  const family = { noun: "initializer", definitions: initializersIn(dialect) };
  const listed = resolveObject(argument, value ?? "glorot_uniform", family);
  return {
    values: listed.values,
    distribution: (shape) => listed.distribution?.(shape) ?? null,
    serialize: () =>
      value === null
        ? null
        : writeObject("keras.initializers", listed.className, listed.config(), dialect),
    seed: listed.seed,
    isCallable: false,
  };
}

const fromFunction = (argument: string, initialize: InitializerFunction): ResolvedInitializer => ({
  values: (shape, _, dtype = "float32") =>
    readResult(argument, initialize([...shape], dtype), shape, { scalarFills: true }),
  distribution: () => null,
  serialize: () => initialize.name,
  seed: null,
  isCallable: true,
});
