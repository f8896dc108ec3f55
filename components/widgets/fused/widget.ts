import { defineWidget } from "../define-widget";
import { specimens } from "./specimens";

export const fused = defineWidget({
  id: "fused",
  title: "Fused or not",
  summary:
    "Which of its two implementations a layer takes and why, the moving variance of each, and when fused=true is an error.",
  reads: [
    "axis",
    "fused",
    "renorm",
    "virtual_batch_size",
    "adjustment",
    "beta_regularizer",
    "gamma_regularizer",
    "dtype",
    "momentum",
    "epsilon",
  ],
  subjects: ["fused"],
  controls: [
    "shape",
    "data_format",
    "channel",
    "axis",
    "fused",
    "dtype",
    "profile",
    "renorm",
    "virtual_batch_size",
    "adjustment",
    "beta_regularizer",
    "gamma_regularizer",
    "momentum",
    "epsilon",
    "steps",
    "seed",
  ],
  // Few elements behind each variance and few steps show what the two implementations differ in.
  start: { shape: [2, 2, 2, 3], momentum: 0.9, steps: 50 },
  embedded: ["shape", "axis", "fused", "virtual_batch_size", "profile"],
  specimens,
});
