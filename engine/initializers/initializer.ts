import type { ObjectDialect } from "../keras-object/dialect";
import { define } from "../keras-object/definition";
import type { Definition, Parameter, ValuesOf } from "../keras-object/definition";
import type { Config } from "../keras-object/keras-object";
import type { Generator } from "../random/generator";
import type { Shape } from "../tensor/shape";
import type { Distribution } from "../types/initial-draws";

/** A listed initializer with its arguments. */
export interface ListedInitializer {
  /** The class it is written as, and the config. */
  readonly className: string;
  readonly config: () => Config;
  readonly seed: number | null;
  /** The first values of a weight, in row-major order. */
  readonly values: (shape: Shape, random: Generator) => Float64Array;
  /** What each element is drawn from on its own; absent where they are not. */
  readonly distribution?: (shape: Shape) => Distribution;
}

export type InitializerDefinition = Definition<ListedInitializer>;

const dtype: Parameter<string> = {
  default: "float32",
  rule: "a dtype that is the name of one",
  accepts: (value) => typeof value === "string",
};

interface Given<P extends Readonly<Record<string, Parameter>>> {
  readonly className: string;
  readonly identifiers: readonly string[];
  readonly parameters: P;
  /** Arguments that Keras does not write. */
  readonly unwritten?: readonly string[];
  /** For a class whose V1 form has no dtype argument. */
  readonly neverHoldsDtype?: boolean;
  readonly make: (
    values: ValuesOf<P>,
    argument: string,
  ) => Pick<ListedInitializer, "values" | "distribution"> &
    Partial<Pick<ListedInitializer, "config">>;
}

/**
 * Defines a class of initializers. Its config is its arguments, to which V1 classes add `dtype`; the other classes
 * accept and drop that key, as Keras does.
 */
export function defineInitializer<P extends Readonly<Record<string, Parameter>>>(
  { className, identifiers, parameters, unwritten = [], neverHoldsDtype, make }: Given<P>,
  dialect: ObjectDialect,
): InitializerDefinition {
  const holdsDtype = dialect.initializerConfigHoldsDtype && neverHoldsDtype !== true;
  return define<Readonly<Record<string, Parameter>>, ListedInitializer>({
    className,
    identifiers,
    parameters: holdsDtype ? { ...parameters, dtype } : parameters,
    ignoredKeys: holdsDtype ? [] : ["dtype"],
    make: (values, argument) => {
      const made = make(values as ValuesOf<P>, argument);
      const written = Object.entries(values).filter(([name]) => !unwritten.includes(name));
      const ownDtype = holdsDtype ? { dtype: values["dtype"] } : {};
      const { config } = made;
      return {
        className,
        config:
          config === undefined
            ? () => Object.fromEntries(written)
            : () => ({ ...config(), ...ownDtype }),
        seed: typeof values["seed"] === "number" ? values["seed"] : null,
        values: made.values,
        ...(made.distribution && { distribution: made.distribution }),
      };
    },
  });
}
