import { property } from "./member-spec";

const variables = { type: "list of Variable" } as const;

export const weightsProperty = property({
  name: "weights",
  tsName: "weights",
  summary: "All variables of the layer, trainable ones first.",
  signature: "readonly weights: readonly Variable[]",
  returns: {
    ...variables,
    summary: "gamma, beta, moving_mean, moving_variance, then those of renorm; empty until built.",
  },
  related: ["variables", "trainable_weights", "non_trainable_weights", "get_weights"],
});

export const variablesProperty = property({
  name: "variables",
  tsName: "variables",
  summary: "The same list as weights, under the name that layers and optimizers share.",
  signature: "readonly variables: readonly Variable[]",
  returns: { ...variables, summary: "What weights returns." },
  related: ["weights", "trainable_variables", "non_trainable_variables"],
});

export const trainableWeights = property({
  name: "trainable_weights",
  tsName: "trainableWeights",
  summary:
    "The variables that an optimizer may change: gamma and beta, unless the layer is frozen.",
  signature: "readonly trainableWeights: readonly Variable[]",
  returns: { ...variables, summary: "Empty while the layer is not trainable or not built." },
  related: ["non_trainable_weights", "trainable_variables", "weights"],
});

export const trainableVariables = property({
  name: "trainable_variables",
  tsName: "trainableVariables",
  summary: "The same list as trainable_weights.",
  signature: "readonly trainableVariables: readonly Variable[]",
  returns: { ...variables, summary: "What trainable_weights returns." },
  related: ["trainable_weights", "non_trainable_variables", "variables"],
});

export const nonTrainableWeights = property({
  name: "non_trainable_weights",
  tsName: "nonTrainableWeights",
  summary: "The variables that no optimizer changes: the moving statistics, and all while frozen.",
  signature: "readonly nonTrainableWeights: readonly Variable[]",
  returns: { ...variables, summary: "All weights while the layer is not trainable." },
  related: ["trainable_weights", "non_trainable_variables", "updates"],
});

export const nonTrainableVariables = property({
  name: "non_trainable_variables",
  tsName: "nonTrainableVariables",
  summary: "The same list as non_trainable_weights.",
  signature: "readonly nonTrainableVariables: readonly Variable[]",
  returns: { ...variables, summary: "What non_trainable_weights returns." },
  related: ["non_trainable_weights", "trainable_variables", "variables"],
});
