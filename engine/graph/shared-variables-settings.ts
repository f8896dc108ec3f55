import type { Experiment } from "../spec/experiment";
import type { SharedVariablesSettings } from "./shared-variables";

/** What an experiment says of two calls in one graph: `name` and `reuse` are the second's, the scope is around each. */
export type TwoCallsExperiment = Pick<
  Experiment,
  | "first_name"
  | "name"
  | "reuse"
  | "scope"
  | "scope_reuse"
  | "updates_of"
  | "momentum"
  | "steps"
  | "learning_rate"
>;

export const settingsFor = (experiment: TwoCallsExperiment): SharedVariablesSettings => ({
  first: { name: experiment.first_name, reuse: null, scope: experiment.scope, scopeReuse: null },
  second: {
    name: experiment.name,
    reuse: experiment.reuse,
    scope: experiment.scope,
    scopeReuse: experiment.scope_reuse,
  },
  momentum: experiment.momentum,
  steps: experiment.steps,
  learningRate: experiment.learning_rate,
  runsUpdatesOfBoth: experiment.updates_of === "both",
});
