import type { Parameter } from "./definition";

const isFiniteNumber = (value: unknown): boolean =>
  typeof value === "number" && Number.isFinite(value);

/** An argument that is a finite number. */
export const finiteNumber = (name: string, given: number): Parameter<number> => ({
  default: given,
  rule: `a finite ${name}`,
  accepts: isFiniteNumber,
});

/** The seed of a random initializer: null takes the layer's. */
export const seed: Parameter<number | null> = {
  default: null,
  rule: "a seed that is an int or null",
  accepts: (value) => value === null || Number.isSafeInteger(value),
};

/** The axis, or axes, over which a norm is taken. */
export const axis: Parameter<number | readonly number[]> = {
  default: 0,
  rule: "an axis that is an int or a list of ints",
  accepts: (value) =>
    Array.isArray(value) ? value.every(Number.isSafeInteger) : Number.isSafeInteger(value),
};

/** An argument that is one of a few words, written `"a", "b" or "c"` in its rule. */
export function choice<T extends string>(
  name: string,
  options: readonly T[],
  given: T,
): Parameter<T> {
  const quoted = options.map((option) => JSON.stringify(option));
  return {
    default: given,
    rule: `a ${name} that is ${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1) ?? ""}`,
    accepts: (value) => options.some((option) => option === value),
    options,
  };
}
