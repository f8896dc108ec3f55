import type { ObjectDialect } from "../keras-object/dialect";
import type { Parameter } from "../keras-object/definition";
import { shapeRefusal } from "../keras-object/misfit";
import { readNumbers } from "../keras-object/numbers";
import type { Numbers } from "../keras-object/numbers";
import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import { defineInitializer } from "./initializer";
import type { InitializerDefinition } from "./initializer";

type Value = number | readonly Value[];

const isNumberOrList = (value: unknown): boolean =>
  (typeof value === "number" || Array.isArray(value)) &&
  readNumbers(value)?.data.every(Number.isFinite) === true;

const value: Parameter<Value> = {
  default: 0,
  rule: "a value that is a finite number or nested lists of them",
  accepts: isNumberOrList,
};

const verifyShape: Parameter<boolean> = {
  default: false,
  rule: "a verify_shape that is true or false",
  accepts: (given) => typeof given === "boolean",
};

const copyOf = (given: Value): Value => (typeof given === "number" ? given : given.map(copyOf));

/**
 * Every element is `value`; a list gives the elements in row-major order.
 *
 * A list of one number fills the weight; any other list must hold as many numbers as the weight, except that TF1
 * pads a shorter one with its last number. With `verify_shape` (TF1) the shapes must be equal. Throws a ValueError
 * where the list does not fit (`tf.constant`).
 */
export function constant(dialect: ObjectDialect): InitializerDefinition {
  const isV1 = dialect.initializerConfigHoldsDtype;
  return defineInitializer(
    {
      className: "Constant",
      identifiers: ["constant", "Constant"],
      parameters: isV1 ? { value, verify_shape: verifyShape } : { value },
      make: (given, argument) => {
        const kept = copyOf(given.value);
        const numbers = readNumbers(kept) ?? { shape: [], data: new Float64Array() };
        const exact = "verify_shape" in given && given.verify_shape;
        const pads = dialect.constantPadsShortLists;
        return {
          config: () => ({ value: copyOf(kept) }),
          values: (shape) => {
            const rule = misfit(numbers, shape, { exact, pads });
            if (rule !== null) throw shapeRefusal(argument, rule, shape);
            return filled(numbers.data, sizeOf(shape));
          },
        };
      },
    },
    dialect,
  );
}

/** What the weight would have to be for the constant to fit, or null when it does. */
function misfit(
  { data, shape: own }: Numbers,
  shape: Shape,
  { exact, pads }: { readonly exact: boolean; readonly pads: boolean },
): string | null {
  const ownShape = `[${own.join(", ")}]`;
  if (exact && own.join() !== shape.join()) return `for a weight of its own shape ${ownShape}`;
  const size = sizeOf(shape);
  if (data.length === size || data.length === 1) return null;
  if (pads && data.length > 0 && data.length < size) return null;
  const count = `${data.length} elements${pads ? " or more" : ""}`;
  return `for a weight of ${count} when it is a Constant of that many`;
}

/** The numbers in order, then the last of them as often as it takes. */
const filled = (data: Float64Array, size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => data[Math.min(i, data.length - 1)]!);
