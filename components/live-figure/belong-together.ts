import { comparedArgs } from "@/engine/spec/comparison";
import { experimentArgs } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";

const shared = experimentArgs
  .filter((spec) => !comparedArgs.includes(spec))
  .map(({ name }) => name);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Whether two results are of the same data and steps; one that is behind its controls may not be. What only chooses
 * what is drawn of a result makes no difference.
 */
export const belongTogether = (
  first: Experiment,
  second: Experiment,
  draws: readonly ExperimentArgName[],
): boolean =>
  shared.every(
    (name) => name === "channel" || draws.includes(name) || isSame(first[name], second[name]),
  );
