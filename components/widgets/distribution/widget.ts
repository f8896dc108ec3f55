import { constant } from "@/engine/spec/constant";
import { dataControls } from "../data-controls";
import { defineWidget } from "../define-widget";
import { specimens } from "./specimens";

export const distribution = defineWidget({
  id: "distribution",
  title: "From inputs to outputs",
  summary:
    "How one channel's values are distributed before normalization, after it, and after γ and β.",
  reads: [
    "inputs",
    "epsilon",
    "center",
    "scale",
    "beta_initializer",
    "gamma_initializer",
    "momentum",
    "moving_mean_initializer",
    "moving_variance_initializer",
    "trainable",
    "dtype",
  ],
  subjects: ["epsilon", "center", "scale", "beta_initializer"],
  controls: [
    ...dataControls,
    "channel",
    "batch_size",
    "steps",
    "seed",
    "epsilon",
    "center",
    "beta_initializer",
    "scale",
    "gamma_initializer",
    "momentum",
    "moving_mean_initializer",
    "moving_variance_initializer",
    "profile",
    "trainable",
    "dtype",
  ],
  // With the defaults γ is 1 and β is 0, and nothing is to be seen of either.
  start: {
    batch_size: 128,
    momentum: 0.9,
    gamma_initializer: constant(2),
    beta_initializer: constant(1),
  },
  embedded: ["data", "own", "channel", "epsilon", "gamma_initializer", "beta_initializer"],
  specimens,
});
