import { dataControls } from "../data-controls";
import { defineWidget } from "../define-widget";
import { specimens } from "./specimens";

export const frozen = defineWidget({
  id: "frozen",
  title: "A frozen layer",
  summary:
    "What trainable=False stops in each version, and what becomes of a layer that is frozen while its data move on.",
  reads: [
    "trainable",
    "training",
    "momentum",
    "epsilon",
    "moving_mean_initializer",
    "moving_variance_initializer",
    "renorm",
    "renorm_momentum",
    "dtype",
  ],
  subjects: ["trainable"],
  controls: [
    "frozen_from",
    "trainable",
    "profile",
    "batch_size",
    "steps",
    "seed",
    "momentum",
    "epsilon",
    "moving_mean_initializer",
    "moving_variance_initializer",
    "optimizer",
    "learning_rate",
    "renorm",
    "renorm_momentum",
    "dtype",
    ...dataControls,
    "channel",
  ],
  start: { data: "drift", momentum: 0.9, frozen_from: 100, step: 180 },
  embedded: ["frozen_from", "trainable", "profile", "data", "own", "channel"],
  specimens,
});
