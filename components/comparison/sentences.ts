import type { ChangedArgument } from "./comparison";

/** In which arguments the second configuration differs from the first. */
export function changesSentence(changes: readonly ChangedArgument[]): string {
  if (changes.length === 0) {
    return "The second configuration is still like the first: change one of its arguments.";
  }
  const parts = changes.map(({ name, first, second }) => `${name} ${second} instead of ${first}`);
  return `The second configuration has ${parts.join(", ")}.`;
}
