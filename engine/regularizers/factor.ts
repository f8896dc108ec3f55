import type { ObjectDialect } from "../keras-object/dialect";
import type { Parameter } from "../keras-object/definition";

/**
 * A factor of a penalty. Since 2.4 it must be finite, and null stands for the class's default; before, any number
 * is taken, NaN and the infinities too.
 */
export function factor(
  name: string,
  given: number,
  dialect: ObjectDialect,
): Parameter<number | null> {
  const isFinite = dialect.finiteRegularizerFactors;
  return {
    default: given,
    rule: isFinite ? `a finite ${name}` : `an ${name} that is a number`,
    accepts: isFinite
      ? (value) => value === null || (typeof value === "number" && Number.isFinite(value))
      : (value) => typeof value === "number",
  };
}

/** Keras keeps its factors in float32, so 0.01 becomes 0.009999999776482582. */
export const stored = (value: number): number => Math.fround(value);
