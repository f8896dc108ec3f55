import { regularizerArg } from "../arg-spec";
import { invalidRegularizers, regularizerRule } from "../object-samples";

export const betaRegularizer = regularizerArg({
  name: "beta_regularizer",
  where: "constructor",
  group: "scale and shift",
  summary: "The penalty that the offset β adds to the loss.",
  type: "regularizer or null",
  rule: regularizerRule,
  default: null,
  symbol: "\\beta",
  activeWhen: { argument: "center", is: true },
  idleWhile: { argument: "optimizer", is: "none" },
  shownWith: ["optimizer", "parameter"],
  related: ["beta_constraint", "beta_initializer"],
  valid: [null, "l2", { class_name: "L1L2", config: { l1: 0, l2: 0.01 } }],
  invalid: invalidRegularizers("beta_regularizer"),
});
