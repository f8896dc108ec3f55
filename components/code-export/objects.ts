import { catalogues } from "@/engine/spec/catalogues";
import type { ListedClass } from "@/engine/spec/catalogues";

export type ObjectKind = keyof typeof catalogues;

/** An initializer, regularizer or constraint as its argument names it. */
export interface NamedObject {
  readonly className: string;
  /** The documented identifier. */
  readonly identifier: string;
  /** What the argument says of it, in the order of the class's parameters. */
  readonly said: Readonly<Record<string, unknown>>;
  /** What it says or leaves at the defaults of the latest Keras 2. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** What an argument holds: an object of a listed class, nothing, or a function that no text can hold. */
export type ObjectValue = NamedObject | "none" | "function";

/** Reads an argument that takes an initializer, regularizer or constraint. */
export function objectOf(kind: ObjectKind, value: unknown): ObjectValue {
  if (value === null || value === undefined) return "none";
  if (typeof value === "function") return "function";
  const { class_name: name, config = {} } =
    typeof value === "string"
      ? { class_name: value }
      : (value as { class_name: string; config?: Readonly<Record<string, unknown>> });
  const classes: readonly ListedClass[] = catalogues[kind];
  const listed = classes.find(({ identifiers }) => identifiers.includes(name));
  if (listed === undefined) throw new RangeError(`no ${kind} is named ${name}`);
  const parameters = Object.entries(listed.parameters);
  const given = parameters.filter(([key]) => config[key] !== undefined && config[key] !== null);
  return {
    className: listed.className,
    identifier: listed.identifiers[0] ?? listed.className,
    said: Object.fromEntries(given.map(([key]) => [key, config[key]])),
    config: Object.fromEntries(
      parameters.map(([key, parameter]) => [key, config[key] ?? parameter.default]),
    ),
  };
}

/** Whether two arguments hold the same object, however they are written. */
export const isSameObject = (kind: ObjectKind, a: unknown, b: unknown): boolean => {
  const [one, other] = [objectOf(kind, a), objectOf(kind, b)];
  if (typeof one === "string" || typeof other === "string") return one === other && a === b;
  return (
    one.className === other.className && JSON.stringify(one.config) === JSON.stringify(other.config)
  );
};

const randomClasses = /^(Random|Truncated|Variance|Orthogonal$|Glorot|Lecun|He)/;

/** Whether an initializer draws random numbers; null means glorot_uniform, which does. */
export const isRandom = (value: ObjectValue): boolean =>
  value === "none" || (value !== "function" && randomClasses.test(value.className));
