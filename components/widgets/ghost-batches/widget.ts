import { defineWidget } from "../define-widget";
import { specimens } from "./specimens";

export const ghostBatches = defineWidget({
  id: "ghost-batches",
  title: "Ghost batches",
  summary:
    "How virtual_batch_size groups a batch, and why its moving variance stays below the population’s.",
  reads: [
    "inputs",
    "virtual_batch_size",
    "momentum",
    "epsilon",
    "moving_mean_initializer",
    "moving_variance_initializer",
    "dtype",
    "mask",
  ],
  controls: [
    "virtual_batch_size",
    "batch_size",
    "steps",
    "seed",
    "momentum",
    "epsilon",
    "moving_mean_initializer",
    "moving_variance_initializer",
    "dtype",
    "profile",
    "data",
    "own",
    "missing",
    "means",
    "deviations",
    "drift_per_step",
    "degrees_of_freedom",
    "channel",
    "padding",
    "mask",
  ],
  start: { virtual_batch_size: 4, momentum: 0.9 },
  embedded: ["virtual_batch_size", "batch_size", "data", "own", "channel"],
  specimens,
});
