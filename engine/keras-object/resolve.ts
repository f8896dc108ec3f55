import { EngineError } from "../errors";
import { refusal } from "../spec/show-value";
import type { Definition, Parameter } from "./definition";
import type { Config } from "./keras-object";

/** One of the three kinds of objects, with the classes that a version knows. */
export interface Family<Made> {
  /** "initializer", "regularizer" or "constraint". */
  readonly noun: string;
  readonly definitions: readonly Definition<Made>[];
}

const refuse = (message: string, argument: string): EngineError =>
  new EngineError("argument", "ValueError", message, { argument });

/**
 * Finds the class that an identifier string or a configuration object names, and makes the object it describes.
 * Arguments that are not given take their defaults.
 *
 * Throws a ValueError (code "argument") for an unknown name, for something that is no identifier at all, for a
 * config key that the class does not have, and for a value that the parameter does not accept.
 */
export function resolveObject<Made>(argument: string, given: unknown, family: Family<Made>): Made {
  const { noun } = family;
  if (typeof given !== "string" && !isConfigured(given)) {
    const message = refusal(argument, ruleOf(family), given);
    throw refuse(`Could not interpret ${noun} identifier: ${message}`, argument);
  }
  const name = typeof given === "string" ? given : given.class_name;
  const definition = family.definitions.find(({ identifiers }) =>
    identifiers.some((identifier) => identifier === name),
  );
  if (definition === undefined) {
    throw refuse(`Unknown ${noun}: ${refusal(argument, ruleOf(family), given)}`, argument);
  }
  const checked = checkConfig(definition, typeof given === "string" ? {} : given.config);
  if (typeof checked === "string") {
    const rule = `${withArticle(definition.className)} ${checked}`;
    throw refuse(refusal(argument, rule, given), argument);
  }
  return definition.make(checked.config, argument);
}

const isConfigured = (
  given: unknown,
): given is { readonly class_name: unknown; readonly config?: unknown } =>
  typeof given === "object" && given !== null && "class_name" in given;

/** `zeros, ones, …, {class_name, config}, a function or null`. */
export function ruleOf({ definitions }: Family<unknown>): string {
  const names = definitions.map(({ identifiers }) => identifiers[0]);
  return `${names.join(", ")}, {class_name, config}, a function or null`;
}

/** The full config, or the end of the sentence "must be a RandomNormal …". */
function checkConfig(definition: Definition, given: unknown): { config: Config } | string {
  if (given !== undefined && !isPlainObject(given)) return "with a config that is an object";
  const entries = new Map(Object.entries(given ?? {}));
  const parameters = Object.entries(definition.parameters);
  const config: Record<string, unknown> = {};
  for (const [name, parameter] of parameters) {
    const value = valueOf(name, parameter, entries);
    if (!parameter.accepts(value)) return `with ${parameter.rule}`;
    config[name] = value;
  }
  const known = new Set(definition.ignoredKeys);
  for (const [name, { legacyName }] of parameters) known.add(name).add(legacyName ?? name);
  return [...entries.keys()].every((key) => known.has(key)) ? { config } : argumentsOf(definition);
}

const isPlainObject = (given: unknown): given is object =>
  typeof given === "object" && given !== null && !Array.isArray(given);

function valueOf(
  name: string,
  { legacyName, default: unsaid }: Parameter,
  entries: ReadonlyMap<string, unknown>,
): unknown {
  const older = legacyName === undefined ? undefined : entries.get(legacyName);
  const value = older === undefined ? entries.get(name) : older;
  return value === undefined ? unsaid : value;
}

function argumentsOf({ parameters }: Definition): string {
  const names = Object.keys(parameters);
  return names.length === 0
    ? "without arguments"
    : `with no arguments other than ${names.join(", ")}`;
}

/** "an L2", "an Orthogonal", but "a UnitNorm". */
const withArticle = (className: string): string =>
  `${/^(I|O|L\d)/.test(className) ? "an" : "a"} ${className}`;
