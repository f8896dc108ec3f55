import { defineWidget } from "../define-widget";
import { specimens } from "./specimens";

export const sharedVariables = defineWidget({
  id: "shared-variables",
  title: "Who owns the variables",
  summary:
    "Two calls of the functional interface in one graph: name and reuse decide whether they share their variables, and with them all that is learned.",
  reads: ["name", "reuse", "inputs", "training", "momentum"],
  subjects: ["name", "reuse"],
  controls: [
    "first_name",
    "name",
    "reuse",
    "scope",
    "scope_reuse",
    "updates_of",
    "batch_size",
    "steps",
    "seed",
    "momentum",
    "learning_rate",
    "data",
    "own",
    "missing",
    "order",
    "means",
    "deviations",
    "drift_per_step",
    "degrees_of_freedom",
    "channel",
  ],
  // Its program trains with plain gradient descent, and has no control for another optimizer.
  start: { steps: 40, step: 10, momentum: 0.9, optimizer: "sgd" },
  embedded: ["first_name", "name", "reuse", "scope", "scope_reuse", "updates_of"],
  specimens,
});
