import { dataControls } from "../data-controls";
import { defineWidget } from "../define-widget";
import { specimens } from "./specimens";

export const updateOps = defineWidget({
  id: "update-ops",
  title: "The update operations",
  summary:
    "In TensorFlow 1 the moving statistics move only when the train step runs the operations in UPDATE_OPS.",
  reads: [
    "inputs",
    "training",
    "momentum",
    "epsilon",
    "moving_mean_initializer",
    "moving_variance_initializer",
  ],
  subjects: [],
  controls: [
    "run_update_ops",
    "collect_before_layer",
    "batch_size",
    "steps",
    "seed",
    "momentum",
    "epsilon",
    "moving_mean_initializer",
    "moving_variance_initializer",
    "learning_rate",
    ...dataControls,
    "channel",
  ],
  // Its program trains with plain gradient descent, and has no control for another optimizer.
  start: { optimizer: "sgd" },
  embedded: [
    "run_update_ops",
    "collect_before_layer",
    "momentum",
    "data",
    "own",
    "channel",
    "batch_size",
  ],
  specimens,
});
