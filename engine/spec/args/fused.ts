import { tristateArg } from "../arg-spec";

export const fused = tristateArg({
  name: "fused",
  where: "constructor",
  group: "layer",
  summary:
    "Whether the fused implementation runs, which stores the unbiased variance; null leaves it to the layer.",
  type: "bool or null",
  rule: "true, false or null",
  default: null,
  shownWith: ["profile", "shape"],
  related: ["axis", "virtual_batch_size", "renorm"],
  valid: [null, false],
  invalid: [
    { value: "auto", message: 'fused must be true, false or null. Received: fused="auto"' },
  ],
});
