import { defineWidget } from "../define-widget";
import { specimens } from "./specimens";

export const axis = defineWidget({
  id: "axis",
  title: "Which numbers share a statistic",
  summary:
    "The elements of a tensor that are averaged together, for any axis: the channels are right, the width is a mistake without a message.",
  reads: ["inputs", "axis", "epsilon", "fused", "virtual_batch_size"],
  subjects: ["axis"],
  controls: [
    "shape",
    "data_format",
    "axis",
    "layer_normalization",
    "virtual_batch_size",
    "epsilon",
    "fused",
    "profile",
    "seed",
    "element",
  ],
  embedded: ["shape", "data_format", "axis", "layer_normalization"],
  specimens,
});
