import { regularizerArg } from "../arg-spec";
import { invalidRegularizers, regularizerRule } from "../object-samples";

export const gammaRegularizer = regularizerArg({
  name: "gamma_regularizer",
  where: "constructor",
  group: "scale and shift",
  summary: "The penalty that the scale γ adds to the loss.",
  type: "regularizer or null",
  rule: regularizerRule,
  default: null,
  symbol: "\\gamma",
  activeWhen: { argument: "scale", is: true },
  idleWhile: { argument: "optimizer", is: "none" },
  shownWith: ["optimizer"],
  related: ["gamma_constraint", "gamma_initializer"],
  valid: [null, "l2", { class_name: "L1L2", config: { l1: 0, l2: 0.01 } }],
  invalid: invalidRegularizers("gamma_regularizer"),
});
