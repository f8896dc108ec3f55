import { booleanArg } from "../arg-spec";

export const trainable = booleanArg({
  name: "trainable",
  where: "constructor",
  group: "layer",
  summary:
    "Whether the layer may change. When false, β and γ are frozen and, in the V2 flavour, the layer runs in inference mode.",
  type: "bool",
  rule: "true or false",
  default: true,
  shownWith: ["frozen_from", "profile"],
  related: ["training", "momentum"],
  valid: [true, false],
  invalid: [{ value: null, message: "trainable must be true or false. Received: trainable=null" }],
});
