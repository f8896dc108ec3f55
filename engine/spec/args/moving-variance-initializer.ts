import { initializerArg } from "../arg-spec";
import { constant } from "../constant";
import { initializerRule, invalidInitializers } from "../object-samples";

export const movingVarianceInitializer = initializerArg({
  name: "moving_variance_initializer",
  where: "constructor",
  group: "statistics",
  summary: "The value the moving variance starts from.",
  type: "initializer",
  rule: initializerRule,
  default: "ones",
  symbol: "V_0",
  related: ["momentum", "moving_mean_initializer", "epsilon"],
  valid: ["zeros", "ones", constant(2.5), { class_name: "Zeros", config: {} }],
  invalid: invalidInitializers("moving_variance_initializer"),
});
