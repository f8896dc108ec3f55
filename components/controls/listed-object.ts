import { catalogues } from "@/engine/spec/catalogues";
import type {
  ListedClass,
  ListedConfig,
  ListedParameter,
  WrittenObject,
} from "@/engine/spec/catalogues";

export type ObjectKind = keyof typeof catalogues;

/** A class with a value for each of its parameters. */
export interface Chosen {
  readonly listed: ListedClass;
  readonly config: ListedConfig;
}

/** The documented identifier. */
export const identifierOf = ({ identifiers, className }: ListedClass): string =>
  identifiers[0] ?? className;

export const classNamed = (kind: ObjectKind, name: string): ListedClass | undefined =>
  catalogues[kind].find(({ identifiers }) => identifiers.includes(name));

/** Parameters that are not given take their defaults; so do those that are null. */
export const withConfig = (listed: ListedClass, given: ListedConfig): Chosen => ({
  listed,
  config: Object.fromEntries(
    Object.entries(listed.parameters).map(([name, parameter]) => [
      name,
      given[name] ?? parameter.default,
    ]),
  ),
});

/** The class that an argument names, or null for null. */
export function chosenIn(kind: ObjectKind, value: WrittenObject): Chosen | null {
  if (value === null) return null;
  const name = typeof value === "string" ? value : value.class_name;
  const listed = classNamed(kind, name);
  if (listed === undefined) throw new RangeError(`no ${kind} is named ${name}`);
  return withConfig(listed, typeof value === "string" ? {} : (value.config ?? {}));
}

/** What has to be said of the parameters: those at their defaults go without saying. */
export const said = ({ listed, config }: Chosen): readonly (readonly [string, unknown])[] =>
  Object.entries(config).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(listed.parameters[name]?.default),
  );

/**
 * The argument in its only form here: the documented identifier, or the class with what has to be said of it. Each
 * version has defaults of its own, and what is not said takes them. A constant always says its value.
 */
export function written(chosen: Chosen): WrittenObject {
  const { listed, config } = chosen;
  const { className, identifiers } = listed;
  const parts = className === "Constant" ? Object.entries(config) : said(chosen);
  if (parts.length === 0) return identifierOf(listed);
  // l1_l2 makes an L1L2, but that name belongs to other defaults.
  const name = identifiers.includes(className) ? className : identifierOf(listed);
  return { class_name: name, config: Object.fromEntries(parts) };
}

/** Another class in place of this one. What was said and fits is kept, and ones become a constant of 1. */
export function inPlaceOf(before: Chosen | null, listed: ListedClass): Chosen {
  const fits = ([name, value]: readonly [string, unknown]): boolean =>
    Object.hasOwn(listed.parameters, name) && listed.parameters[name]?.accepts(value) === true;
  return withConfig(listed, Object.fromEntries(kept(before).filter(fits)));
}

function kept(before: Chosen | null): readonly (readonly [string, unknown])[] {
  if (before === null) return [];
  return before.listed.className === "Ones" ? [["value", 1]] : said(before);
}

/** The words or truth values to choose from, or null for a parameter that is written. */
export const optionsOf = ({
  options,
  default: unsaid,
}: ListedParameter): readonly (string | boolean)[] | null =>
  options ?? (typeof unsaid === "boolean" ? [false, true] : null);

export const takesLists = ({ accepts }: ListedParameter): boolean => accepts([0]);

/** The rule a parameter's value broke; completes "gamma_initializer must be …". */
export const parameterRule = (listed: ListedClass, parameter: ListedParameter): string =>
  `${identifierOf(listed)} with ${parameter.rule}`;
