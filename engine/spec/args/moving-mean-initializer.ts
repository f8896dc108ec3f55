import { initializerArg } from "../arg-spec";
import { constant } from "../constant";
import { initializerRule, invalidInitializers } from "../object-samples";

export const movingMeanInitializer = initializerArg({
  name: "moving_mean_initializer",
  where: "constructor",
  group: "statistics",
  summary: "The value the moving mean starts from.",
  type: "initializer",
  rule: initializerRule,
  default: "zeros",
  symbol: "M_0",
  related: ["momentum", "moving_variance_initializer"],
  valid: ["zeros", "ones", constant(2.5), { class_name: "Zeros", config: {} }],
  invalid: invalidInitializers("moving_mean_initializer"),
});
