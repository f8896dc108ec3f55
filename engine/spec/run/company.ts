import { integerArg, realArg } from "../arg-spec";

/** The example that a figure follows. How many there are to choose from, only the batch knows. */
export const example = integerArg({
  name: "example",
  where: "run",
  group: "data",
  summary: "The example of the batch that the figure follows, counted from 0.",
  type: "int",
  rule: "an integer",
  default: 0,
  bounds: { min: 0, max: 4095 },
  stops: Array.from({ length: 32 }, (_, index) => index),
  related: ["inputs"],
  valid: [0, 31],
  invalid: [{ value: "first", message: 'example must be an integer. Received: example="first"' }],
});

export const outlier = realArg({
  name: "outlier",
  where: "run",
  group: "data",
  summary:
    "How far an outlier lies above the batch's mean, in standard deviations of the population.",
  type: "float",
  rule: "a finite number",
  default: 10,
  bounds: { min: -1e6, max: 1e6 },
  stops: [-1000, -100, -30, -10, -3, 0, 1, 2, 3, 5, 10, 20, 30, 50, 100, 300, 1000],
  related: ["inputs"],
  valid: [10, -3],
  invalid: [{ value: "far", message: 'outlier must be a finite number. Received: outlier="far"' }],
});
