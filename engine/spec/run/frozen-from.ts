import { countArg } from "../arg-spec";

/** The story of fine-tuning: a layer that trains, and then is frozen while the training goes on. */
export const frozenFrom = countArg({
  name: "frozen_from",
  where: "run",
  group: "layer",
  summary:
    "The step from which trainable is False, counted from 1; none leaves it at what trainable says.",
  type: "int or null",
  rule: "an integer or null",
  default: null,
  bounds: { min: 1, max: 10000 },
  stops: [
    1, 2, 5, 10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000, 2000, 5000, 10000,
  ],
  none: "never",
  activeWhen: { argument: "trainable", is: true },
  related: ["trainable"],
  valid: [null, 1, 100],
  invalid: [
    {
      value: 2.5,
      message: "frozen_from must be an integer or null. Received: frozen_from=2.5",
    },
  ],
});
