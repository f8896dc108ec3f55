import { comparedArgs } from "@/engine/spec/comparison";
import { experimentArgs } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArg } from "@/engine/spec/experiment";
import { decode, encode, fitted } from "./url-codec";

/** Under which key a link holds the second configuration: the query of what it changes in the first. */
export const secondKey = "compare";

export interface DecodedSecond {
  /** Null where a link holds none. */
  readonly second: Experiment | null;
  readonly warnings: readonly string[];
}

/**
 * Reads the second configuration of a link; an empty text is one that is like the first. It can differ in those of
 * `args` that do not change the data or the steps.
 */
export function decodeSecond(
  text: string | null,
  first: Experiment,
  args: readonly ExperimentArg[] = experimentArgs,
): DecodedSecond {
  if (text === null) return { second: null, warnings: [] };
  const texts = new URLSearchParams(text);
  const own = comparedArgs.filter((spec) => args.includes(spec));
  const { experiment, warnings } = decode(Object.fromEntries(texts), first, own);
  const unknown = [...new Set(texts.keys())].filter(
    (key) => !own.some(({ urlKey }) => urlKey === key),
  );
  const why = (key: string): string =>
    args.some(({ urlKey }) => urlKey === key)
      ? "in which it cannot differ from the first"
      : "which is not an argument of this figure";
  return {
    second: experiment,
    warnings: [
      ...warnings.map((warning) => `In the second configuration, ${warning}`),
      ...unknown.map(
        (key) => `The second configuration holds "${key}", ${why(key)}. It is ignored.`,
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
