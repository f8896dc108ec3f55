import { initializerArg } from "../arg-spec";
import { constant } from "../constant";
import { initializerRule, invalidInitializers } from "../object-samples";

export const betaInitializer = initializerArg({
  name: "beta_initializer",
  where: "constructor",
  group: "scale and shift",
  summary: "The first value of the offset β.",
  type: "initializer",
  rule: initializerRule,
  default: "zeros",
  symbol: "\\beta",
  activeWhen: { argument: "center", is: true },
  related: ["center", "gamma_initializer"],
  valid: ["zeros", "ones", constant(2.5), { class_name: "Zeros", config: {} }],
  invalid: invalidInitializers("beta_initializer"),
});
