import { constraintArg } from "../arg-spec";
import { constraintRule, invalidConstraints } from "../object-samples";

export const gammaConstraint = constraintArg({
  name: "gamma_constraint",
  where: "constructor",
  group: "scale and shift",
  summary: "The set into which an optimizer step puts the scale γ back.",
  type: "constraint or null",
  rule: constraintRule,
  default: null,
  symbol: "\\gamma",
  activeWhen: { argument: "scale", is: true },
  idleWhile: { argument: "optimizer", is: "none" },
  shownWith: ["optimizer"],
  related: ["gamma_regularizer", "gamma_initializer"],
  valid: [null, "non_neg", { class_name: "MaxNorm", config: { max_value: 2, axis: 0 } }],
  invalid: invalidConstraints("gamma_constraint"),
});
