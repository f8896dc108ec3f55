import { stripVTControlCharacters } from "node:util";

/** Reading reports whose shape is promised by another program, not by a compiler. */

export type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** The objects of a list that has to be there. */
export function list(owner: Fields, name: string): readonly Fields[] {
  const value = owner[name];
  if (!Array.isArray(value)) throw new Error(`it has no list "${name}"`);
  return value.map(fields);
}

/** The objects of a list that may be absent. */
export const optionalList = (owner: Fields, name: string): readonly Fields[] =>
  owner[name] === undefined ? [] : list(owner, name);

export function text(owner: Fields, name: string): string {
  const value = owner[name];
  return typeof value === "string" ? value : "";
}

export const firstLine = (message: string): string =>
  stripVTControlCharacters(message).trim().split("\n", 1)[0] ?? "";
