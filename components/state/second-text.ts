import { comparedArgs } from "@/engine/spec/comparison";
import type { Experiment } from "@/engine/spec/experiment";
import { decode, encode, fitted } from "./url-codec";

/** Under which key a link holds the second configuration: the query of what it changes in the first. */
export const secondKey = "compare";

export interface DecodedSecond {
  /** Null where a link holds none. */
  readonly second: Experiment | null;
  readonly warnings: readonly string[];
}

/** Reads the second configuration of a link; an empty text is one that is like the first. */
export function decodeSecond(text: string | null, first: Experiment): DecodedSecond {
  if (text === null) return { second: null, warnings: [] };
  const texts = new URLSearchParams(text);
  const given = comparedArgs.flatMap(({ urlKey }) => {
    const value = texts.get(urlKey);
    return value === null ? [] : [[urlKey, value] as const];
  });
  const { experiment, warnings } = decode(Object.fromEntries(given), first);
  const known = new Set<string>(comparedArgs.map(({ urlKey }) => urlKey));
  const unknown = [...new Set(texts.keys())].filter((key) => !known.has(key));
  return {
    second: experiment,
    warnings: [
      ...warnings.map((warning) => `In the second configuration, ${warning}`),
      ...unknown.map(
        (key) =>
          `The second configuration holds "${key}", in which it cannot differ from the first. It is ignored.`,
      ),
    ],
  };
}

/** Writes what the second configuration changes in the first; equal changes have equal texts. */
export function encodeSecond(second: Experiment, first: Experiment): string {
  const texts = encode(fitted(second), first);
  const changed = comparedArgs.flatMap(({ urlKey }) => {
    const value = texts[urlKey] ?? null;
    return value === null ? [] : [[urlKey, value]];
  });
  return new URLSearchParams(changed).toString();
}

/** The query of a link with its second configuration, if there is one. */
export function withSecond(query: string, second: Experiment | null, first: Experiment): string {
  if (second === null) return query;
  const params = new URLSearchParams(query);
  params.set(secondKey, encodeSecond(second, first));
  return `?${params.toString()}`;
}
