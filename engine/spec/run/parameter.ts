import { choiceArg } from "../arg-spec";

export const parameter = choiceArg({
  name: "parameter",
  where: "run",
  group: "scale and shift",
  summary: "The parameter of the layer that the figure follows from its first value on.",
  type: "choice",
  rule: "gamma, beta, moving_mean or moving_variance",
  default: "gamma",
  options: [
    { value: "gamma", label: "gamma (γ)" },
    { value: "beta", label: "beta (β)" },
    { value: "moving_mean", label: "moving_mean" },
    { value: "moving_variance", label: "moving_variance" },
  ],
  related: ["gamma_initializer", "gamma_regularizer", "gamma_constraint"],
  valid: ["gamma", "moving_variance"],
  invalid: [
    {
      value: "kernel",
      message:
        'parameter must be gamma, beta, moving_mean or moving_variance. Received: parameter="kernel"',
    },
  ],
});
