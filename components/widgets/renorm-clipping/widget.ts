import { dataControls } from "../data-controls";
import { defineWidget } from "../define-widget";
import { specimens } from "./specimens";

export const renormClipping = defineWidget({
  id: "renorm-clipping",
  title: "Renorm and its clipping",
  summary:
    "How r and d pull a small batch towards the moving statistics, and where their bounds stop them.",
  reads: [
    "inputs",
    "renorm",
    "renorm_clipping",
    "renorm_momentum",
    "momentum",
    "epsilon",
    "virtual_batch_size",
    "trainable",
    "dtype",
  ],
  subjects: ["renorm", "renorm_clipping", "renorm_momentum"],
  controls: [
    ...dataControls,
    "channel",
    "batch_size",
    "steps",
    "seed",
    "renorm",
    "renorm_clipping",
    "renorm_momentum",
    "momentum",
    "epsilon",
    "virtual_batch_size",
    "profile",
    "trainable",
    "dtype",
  ],
  // The paper's setting in small: batches whose own statistics are not to be trusted.
  start: {
    renorm: true,
    batch_size: 4,
    momentum: 0.95,
    renorm_momentum: 0.95,
    renorm_clipping: { rmin: 0.4, rmax: 2.5, dmax: 1.25 },
    step: 120,
  },
  embedded: ["data", "own", "channel", "batch_size", "renorm_clipping"],
  specimens,
});
