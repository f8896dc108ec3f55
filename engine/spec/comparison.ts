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
  "frozen_from",
  "run_update_ops",
  "collect_before_layer",
  "layer_normalization",
  "first_name",
  "scope",
  "scope_reuse",
  "updates_of",
];

/** The arguments in which a second configuration can differ from the first; it shares all others. */
export const comparedArgs: readonly ExperimentArg[] = experimentArgs.filter(
  ({ name, where }) => where !== "run" || ofEach.includes(name),
);

export const isCompared = (name: ExperimentArgName): boolean =>
  comparedArgs.some((spec) => spec.name === name);
