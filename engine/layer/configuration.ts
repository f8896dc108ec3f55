import { EngineError } from "../errors";
import { constructorArgs } from "../spec/batch-norm";
import type { BatchNormConfig } from "../spec/batch-norm";
import { showValue } from "../spec/show-value";
import { unavailableArgs } from "../spec/unavailable";
import { check } from "../spec/validate";
import type { Initializer } from "../spec/initializer";

/** Initializers may also be given by any documented identifier or as `{ class_name, config }`. */
export type InitializerArgument =
  | Initializer
  | "zero"
  | "one"
  | "constant"
  | "Zeros"
  | "Ones"
  | "Constant"
  | { readonly class_name: string; readonly config?: Readonly<Record<string, unknown>> };

type InitializerName = Extract<keyof BatchNormConfig, `${string}_initializer`>;

/** What the constructor takes: every documented argument, all optional. */
export type BatchNormArguments = {
  readonly [K in keyof BatchNormConfig]?:
    (K extends InitializerName ? InitializerArgument : BatchNormConfig[K]) | undefined;
};

const known = new Set<string>(constructorArgs.map((spec) => spec.name));

/**
 * Checks constructor arguments and fills in the defaults. Throws a TypeError for an unknown argument or a wrong
 * type, a ValueError for an unknown identifier, in the order of the documents.
 */
export function completeConfig(given: Readonly<Record<string, unknown>>): BatchNormConfig {
  for (const [name, value] of Object.entries(given)) {
    if (!known.has(name) && value !== undefined) refuseUnknown(name, value);
  }
  const entries = constructorArgs.map((spec) => {
    const value = given[spec.name];
    if (value === undefined) return [spec.name, spec.default] as const;
    const checked = check(spec, value);
    if (!checked.ok) {
      throw new EngineError("argument", checked.kind, checked.message, { argument: spec.name });
    }
    return [spec.name, checked.value] as const;
  });
  return Object.fromEntries(entries) as BatchNormConfig;
}

function refuseUnknown(name: string, value: unknown): void {
  if (!Object.hasOwn(unavailableArgs, name)) {
    throw new EngineError(
      "argument-unknown",
      "TypeError",
      `Keyword argument not understood: ${name}. Received: ${name}=${showValue(value)}`,
      { argument: name },
    );
  }
  const standard = unavailableArgs[name];
  if (value === standard) return;
  throw new EngineError(
    "argument-unavailable",
    "ValueError",
    `${name} must be ${showValue(standard)}: this engine does not compute it yet. Received: ${name}=${showValue(value)}`,
    { argument: name },
  );
}
