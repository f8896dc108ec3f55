import { constraintArg } from "../arg-spec";
import { constraintRule, invalidConstraints } from "../object-samples";

export const betaConstraint = constraintArg({
  name: "beta_constraint",
  where: "constructor",
  group: "scale and shift",
  summary: "The set into which an optimizer step puts the offset β back.",
  type: "constraint or null",
  rule: constraintRule,
  default: null,
  symbol: "\\beta",
  activeWhen: { argument: "center", is: true },
  idleWhile: { argument: "optimizer", is: "none" },
  shownWith: ["optimizer", "parameter"],
  related: ["beta_regularizer", "beta_initializer"],
  valid: [null, "non_neg", { class_name: "MaxNorm", config: { max_value: 2, axis: 0 } }],
  invalid: invalidConstraints("beta_constraint"),
});
