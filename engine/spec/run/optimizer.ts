import { choiceArg, realArg } from "../arg-spec";
import { oneTwoFive } from "../stops";

/**
 * How γ and β learn in a run. The loss is half the mean square of the outputs plus the regularization losses: the
 * simplest one that moves both parameters, so that regularizers and constraints can be seen at work.
 */
export const optimizer = choiceArg({
  name: "optimizer",
  where: "run",
  group: "scale and shift",
  summary:
    "What trains γ and β during the run, towards outputs of 0; none leaves them as they start.",
  type: "choice",
  rule: "none, sgd or adam",
  default: "none",
  options: [
    { value: "none", label: "none" },
    { value: "sgd", label: "SGD" },
    { value: "adam", label: "Adam" },
  ],
  related: ["gamma_constraint", "beta_regularizer"],
  valid: ["none", "sgd", "adam"],
  invalid: [
    {
      value: "rmsprop",
      message: 'optimizer must be none, sgd or adam. Received: optimizer="rmsprop"',
    },
  ],
});

export const learningRate = realArg({
  name: "learning_rate",
  where: "run",
  group: "scale and shift",
  summary: "The optimizer's step size.",
  type: "float",
  rule: "a finite number",
  default: 0.05,
  bounds: { min: 0, max: 10 },
  stops: [0, ...oneTwoFive(-4, 0)],
  activeWhen: { argument: "optimizer", is: ["sgd", "adam"] },
  related: [],
  valid: [0, 0.01],
  invalid: [
    {
      value: "0.1",
      message: 'learning_rate must be a finite number. Received: learning_rate="0.1"',
    },
  ],
});
