import { dataControls } from "../data-controls";
import { defineWidget } from "../define-widget";
import { specimens } from "./specimens";

export const adjustment = defineWidget({
  id: "adjustment",
  title: "The adjustment",
  summary:
    "A random scale and bias for each feature or example, between normalization and γ, β, in training mode only.",
  reads: [
    "adjustment",
    "training",
    "momentum",
    "epsilon",
    "center",
    "scale",
    "beta_initializer",
    "gamma_initializer",
    "renorm",
    "renorm_clipping",
    "renorm_momentum",
    "virtual_batch_size",
  ],
  subjects: ["adjustment"],
  controls: [
    "adjustment",
    "example",
    "batch_size",
    "steps",
    "seed",
    "momentum",
    "epsilon",
    "center",
    "beta_initializer",
    "scale",
    "gamma_initializer",
    "renorm",
    "renorm_clipping",
    "renorm_momentum",
    "virtual_batch_size",
    "profile",
    ...dataControls,
    "channel",
  ],
  start: { adjustment: { scale: 0.07, bias: 0.1 }, momentum: 0.9, step: 100 },
  embedded: ["adjustment", "example", "data", "own", "channel"],
  specimens,
});
