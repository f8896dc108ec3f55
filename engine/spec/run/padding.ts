import { booleanArg, integerArg } from "../arg-spec";

/** Batches of sequences are filled up with zeros; a run can do the same to its examples. */
export const padding = integerArg({
  name: "padding",
  where: "run",
  group: "data",
  summary: "How many examples at the end of every batch are padding: all zeros.",
  type: "int",
  rule: "an integer",
  default: 0,
  bounds: { min: 0, max: 4096 },
  stops: [0, 1, 2, 4, 8, 16, 24, 32, 64, 128],
  related: ["mask"],
  valid: [0, 8],
  invalid: [{ value: 0.5, message: "padding must be an integer. Received: padding=0.5" }],
});

/** The layer's `mask` as far as a run can vary it: it marks the examples that are not padding. */
export const mask = booleanArg({
  name: "mask",
  where: "run",
  group: "data",
  summary: "Whether the calls get a mask that leaves the padding out of the batch's statistics.",
  type: "bool",
  rule: "true or false",
  default: false,
  idleWhile: { argument: "padding", is: 0 },
  shownWith: ["padding"],
  related: ["padding"],
  valid: [true, false],
  invalid: [{ value: "on", message: 'mask must be true or false. Received: mask="on"' }],
});
