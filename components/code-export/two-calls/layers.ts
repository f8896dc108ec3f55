import type { Code } from "../code";
import { lines, program } from "../python/layout";
import { isShared } from "./notes";
import type { CodeTwoCalls } from "./subject";

type Pair = readonly [string, string];

/** How a framework makes layers as objects and calls them. */
export interface LayerWords {
  readonly imports: string;
  /** The statement that makes a layer. */
  readonly made: (variable: string, name: string | null) => string;
  /** The statement that draws a batch. */
  readonly inputs: (variable: string, seed: number) => string;
  /** Both layers on x1 and x2 in training mode, then in inference mode. */
  readonly usage: (layers: Pair) => string;
}

/**
 * Two calls where a layer is an object that owns its variables: of one object if they share them, else of two. Null
 * where there are no two calls, or one was refused.
 */
export function layersText(calls: CodeTwoCalls | null, words: LayerWords): string | null {
  const isOne = calls === null ? null : isShared(calls);
  if (calls === null || isOne === null) return null;
  const { first_name: firstName, name } = calls.settings;
  return program(
    words.imports,
    isOne
      ? lines(
          "# Both calls use the same variables: they are calls of one layer.",
          words.made("layer", firstName ?? name),
        )
      : lines(
          "# Each call has variables of its own: they are calls of two layers.",
          words.made("layer1", firstName),
          words.made("layer2", name),
        ),
    lines(words.inputs("x1", 0), words.inputs("x2", 1)),
    words.usage(isOne ? ["layer", "layer"] : ["layer1", "layer2"]),
  );
}

/** For a framework whose calls are told their mode. */
export const calledWithMode = ([first, second]: Pair): string =>
  lines(
    ...["True", "False"].flatMap((training) => [
      `y1 = ${first}(x1, training=${training})`,
      `y2 = ${second}(x2, training=${training})`,
    ]),
  );

/** The same with another text, where there is one. */
export const withText = (code: Code, text: string | null): Code =>
  text === null ? code : { ...code, text };
