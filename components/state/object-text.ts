import {
  chosenIn,
  classNamed,
  identifierOf,
  optionsOf,
  parameterRule,
  said,
  takesLists,
  withConfig,
  written,
} from "@/components/controls/listed-object";
import type { ObjectKind } from "@/components/controls/listed-object";
import { catalogues } from "@/engine/spec/catalogues";
import type { ListedClass, ListedParameter, WrittenObject } from "@/engine/spec/catalogues";
import { constant } from "@/engine/spec/constant";
import { asNumber, readPairs, writePairs } from "./link-text";
import type { Reading } from "./link-text";

/** `none`, a constant's number, `l2`, or `random_normal(stddev:0.2,seed:3)`: what is at its default goes unsaid. */
export function writeObject(kind: ObjectKind, value: WrittenObject): string {
  const chosen = chosenIn(kind, value);
  if (chosen === null) return "none";
  const { listed, config } = chosen;
  if (listed.className === "Constant" && typeof config["value"] === "number") {
    return String(config["value"]);
  }
  const pairs = writePairs(said(chosen).map(([name, part]) => [name, writeParameter(part)]));
  return pairs === "" ? identifierOf(listed) : `${identifierOf(listed)}(${pairs})`;
}

const writeParameter = (value: unknown): string =>
  Array.isArray(value) ? value.join(" ") : String(value);

/** The opposite of `writeObject`; it knows the other names of a class too. */
export function readObject(kind: ObjectKind, text: string): Reading {
  if (text === "none") return { value: null };
  const number = asNumber(text);
  if (kind === "initializer" && typeof number === "number") return { value: constant(number) };
  const [, name = "", given] = /^(\w+)(?:\((.*)\))?$/.exec(text) ?? [];
  const listed = classNamed(kind, name);
  if (listed === undefined) return { value: text };
  const config = given === undefined ? {} : readConfig(listed, given);
  return typeof config === "string"
    ? { value: text, rule: config }
    : { value: written(withConfig(listed, config)) };
}

/** The parameters that a link gives, or the rule that it broke. */
function readConfig(listed: ListedClass, text: string): Readonly<Record<string, unknown>> | string {
  const pairs = readPairs(text);
  const names = Object.keys(listed.parameters);
  if (pairs === null || [...pairs.keys()].some((name) => !names.includes(name))) {
    return formOf(listed);
  }
  const config: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(listed.parameters)) {
    const part = pairs.get(name);
    if (part === undefined) continue;
    const value = readParameter(parameter, part);
    if (!parameter.accepts(value)) return parameterRule(listed, parameter);
    config[name] = value;
  }
  return config;
}

function readParameter(parameter: ListedParameter, text: string): unknown {
  const options = optionsOf(parameter);
  if (options !== null) return options.find((option) => String(option) === text);
  if (text === "null" && parameter.default === null) return null;
  const numbers = takesLists(parameter) ? text.split(" ").map(asNumber) : [];
  return numbers.length > 1 ? numbers : asNumber(text);
}

/** A class with all it takes: `max_norm(max_value:2,axis:0)`. */
const inFull = (listed: ListedClass): string => {
  const pairs = Object.entries(listed.parameters).map(
    ([name, parameter]) => [name, writeParameter(parameter.default)] as const,
  );
  return `${identifierOf(listed)}(${writePairs(pairs)})`;
};

const formOf = (listed: ListedClass): string =>
  Object.keys(listed.parameters).length === 0
    ? `${identifierOf(listed)} without parameters`
    : `${identifierOf(listed)} with parameters, each once, as in ${inFull(listed)}`;

/** What a link may hold for an object of this kind; completes "<name> must be …". */
export function objectRule(kind: ObjectKind): string {
  const classes: readonly ListedClass[] = catalogues[kind];
  const names = classes.map(identifierOf).join(", ");
  const examples = classes.filter(({ parameters }) => Object.keys(parameters).length > 1);
  const number = kind === "initializer" ? "a number, " : "";
  return `${number}${names} or none, with parameters as in ${examples.slice(0, 1).map(inFull).join("")}`;
}
