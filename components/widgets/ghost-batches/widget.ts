import { dataControls } from "../data-controls";
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
  subjects: ["virtual_batch_size"],
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
    ...dataControls,
    "channel",
    "padding",
    "mask",
  ],
  start: { virtual_batch_size: 4, momentum: 0.9 },
  embedded: ["virtual_batch_size", "batch_size", "data", "own", "channel"],
  specimens,
});
