import { experimentArgs } from "./experiment";
import type { ExperimentArg, ExperimentArgName } from "./experiment";

/** Settings of a run that two configurations may differ in: they leave the data, its order and the steps the same. */
const ofEach: readonly ExperimentArgName[] = [
  "batch_size",
  "padding",
  "mask",
  "profile",
  "optimizer",
  "learning_rate",
];

/** What only a figure with several calls reads: no run depends on it. */
const ofNone: readonly ExperimentArgName[] = ["name", "reuse"];

/** The arguments in which a second configuration can differ from the first; it shares all others. */
export const comparedArgs: readonly ExperimentArg[] = experimentArgs.filter(
  ({ name, where }) => !ofNone.includes(name) && (where !== "run" || ofEach.includes(name)),
);

export const isCompared = (name: ExperimentArgName): boolean =>
  comparedArgs.some((spec) => spec.name === name);
