import { booleanArg } from "../arg-spec";

/**
 * What a training loop on a deferred graph does with the operations that move the statistics. The default is what a loop
 * does whose writer did not think of them: they are in the graph, nobody runs them, and no message says so.
 */
export const runUpdateOps = booleanArg({
  name: "run_update_ops",
  where: "run",
  group: "run",
  summary: "Whether the train step runs the operations in UPDATE_OPS too.",
  type: "bool",
  rule: "true or false",
  default: false,
  related: ["training", "momentum"],
  valid: [true, false],
  invalid: [
    {
      value: "on",
      message: 'run_update_ops must be true or false. Received: run_update_ops="on"',
    },
  ],
});

export const collectBeforeLayer = booleanArg({
  name: "collect_before_layer",
  where: "run",
  group: "run",
  summary: "Whether the loop asks for UPDATE_OPS before it makes the layer, when nothing is in it.",
  type: "bool",
  rule: "true or false",
  default: false,
  activeWhen: { argument: "run_update_ops", is: true },
  related: ["training"],
  valid: [true, false],
  invalid: [
    {
      value: "early",
      message: 'collect_before_layer must be true or false. Received: collect_before_layer="early"',
    },
  ],
});
