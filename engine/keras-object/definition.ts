import type { Config } from "./keras-object";

/** One argument of a class. */
export interface Parameter<T = unknown> {
  readonly default: T;
  /** The rule as it ends the sentence "gamma_initializer must be a RandomNormal with …". */
  readonly rule: string;
  readonly accepts: (value: unknown) => boolean;
  /** Where there are only a few values: all of them. */
  readonly options?: readonly (string | boolean)[];
  /** An older keyword for the same argument, which wins over the newer one. */
  readonly legacyName?: string;
}

type Parameters = Readonly<Record<string, Parameter>>;

export type ValuesOf<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends Parameter<infer T> ? T : never;
};

/** A class of initializers, regularizers or constraints: what it is called, what it takes, what it makes. */
export interface Definition<Made = unknown> {
  /** The class name that is written into configurations. */
  readonly className: string;
  /** All names that find it, the documented identifier first. */
  readonly identifiers: readonly string[];
  /** By name, in the order in which Keras writes them. */
  readonly parameters: Parameters;
  /** Config keys that are accepted and have no effect. */
  readonly ignoredKeys: readonly string[];
  /** `config` holds an accepted value for each parameter; `argument` names the user's argument in errors. */
  readonly make: (config: Config, argument: string) => Made;
}

/** Makes a definition whose `make` sees the types that its parameters accept. */
export function define<P extends Parameters, Made>(given: {
  readonly className: string;
  readonly identifiers: readonly string[];
  readonly parameters: P;
  readonly ignoredKeys?: readonly string[];
  readonly make: (values: ValuesOf<P>, argument: string) => Made;
}): Definition<Made> {
  return {
    ...given,
    ignoredKeys: given.ignoredKeys ?? [],
    // The resolver has called `accepts` on each value before.
    make: (config, argument) => given.make(config as ValuesOf<P>, argument),
  };
}
