/** How a weight gets its first value: a documented identifier, or a Keras configuration object. */
export type Initializer = "zeros" | "ones" | ConstantInitializer;

export interface ConstantInitializer {
  readonly class_name: "Constant";
  readonly config: { readonly value: number };
}

export const constant = (value: number): ConstantInitializer => ({
  class_name: "Constant",
  config: { value },
});

/** The number every element of the weight starts at. */
export function initialValueOf(initializer: Initializer): number {
  if (initializer === "zeros") return 0;
  return initializer === "ones" ? 1 : initializer.config.value;
}

const identifiers: Readonly<Record<string, Initializer>> = {
  zeros: "zeros",
  zero: "zeros",
  Zeros: "zeros",
  ones: "ones",
  one: "ones",
  Ones: "ones",
  constant: constant(0),
  Constant: constant(0),
};

// An object also answers to names it inherits, such as "constructor".
const named = (identifier: string): Initializer | undefined =>
  Object.hasOwn(identifiers, identifier) ? identifiers[identifier] : undefined;

export type InitializerProblem = "unknown" | "uninterpretable" | "value";

export type ResolvedInitializer = Initializer | { readonly problem: InitializerProblem };

/** Resolves an identifier or configuration object, or names what is wrong with it. */
export function resolveInitializer(given: unknown): ResolvedInitializer {
  if (typeof given === "string") return named(given) ?? { problem: "unknown" };
  if (typeof given !== "object" || given === null || !("class_name" in given)) {
    return { problem: "uninterpretable" };
  }
  const known = typeof given.class_name === "string" ? named(given.class_name) : undefined;
  if (known === undefined) return { problem: "unknown" };
  return typeof known === "string" ? known : constantFrom("config" in given ? given.config : {});
}

function constantFrom(config: unknown): ResolvedInitializer {
  const holdsValue = typeof config === "object" && config !== null && "value" in config;
  const value = holdsValue ? config.value : 0;
  return typeof value === "number" && Number.isFinite(value)
    ? constant(value)
    : { problem: "value" };
}
