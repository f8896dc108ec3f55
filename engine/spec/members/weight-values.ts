import { method } from "./member-spec";

export const getWeights = method({
  name: "get_weights",
  tsName: "getWeights",
  summary: "Copies the current values of all weights.",
  signature: "getWeights(): readonly Tensor[]",
  returns: { type: "list of Tensor", summary: "One copy per weight, in the order of weights." },
  related: ["set_weights", "weights", "count_params"],
});

export const setWeights = method({
  name: "set_weights",
  tsName: "setWeights",
  summary: "Replaces the values of all weights at once.",
  signature: "setWeights(weights: readonly (Tensor | NestedNumbers)[]): void",
  parameters: [
    {
      name: "weights",
      type: "list of tensors or nested lists of numbers",
      summary: "One value per weight, in the order and with the shapes of get_weights.",
    },
  ],
  returns: { type: "nothing", summary: "The layer is changed, or left as it was by an error." },
  errors: [
    {
      kind: "ValueError",
      when: "the list has another length than the layer's weights",
      message:
        "weights must be a weight list of length 4 (gamma, beta, moving_mean, moving_variance). Received: a weight list of length 1",
    },
    {
      kind: "ValueError",
      when: "a value has another shape than its weight",
      message: "beta must have weight shape [2]. Received: weight shape [3]",
    },
    {
      kind: "ValueError",
      when: "the layer is not built and the list is not empty",
      message:
        "weights must be a weight list of length 0 until the layer is built. Received: a weight list of length 4",
    },
  ],
  related: ["get_weights", "weights", "from_config"],
});

export const countParams = method({
  name: "count_params",
  tsName: "countParams",
  summary: "Counts the numbers in all weights.",
  signature: "countParams(): number",
  returns: { type: "int", summary: "The sum of the weights' sizes, trainable or not." },
  errors: [
    {
      kind: "ValueError",
      when: "the layer is not built",
      message:
        "countParams must be called on a built layer: batch_normalization isn't built. Received: built=false",
    },
  ],
  related: ["weights", "build", "get_weights"],
});
