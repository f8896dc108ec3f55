import { initializerArg } from "../arg-spec";
import { constant } from "../constant";
import { initializerRule, invalidInitializers } from "../object-samples";

export const gammaInitializer = initializerArg({
  name: "gamma_initializer",
  where: "constructor",
  group: "scale and shift",
  summary: "The first value of the scale γ.",
  type: "initializer",
  rule: initializerRule,
  default: "ones",
  symbol: "\\gamma",
  activeWhen: { argument: "scale", is: true },
  related: ["scale", "beta_initializer"],
  valid: ["zeros", "ones", constant(2.5), { class_name: "Zeros", config: {} }],
  invalid: invalidInitializers("gamma_initializer"),
});
