import { countArg } from "../arg-spec";

export const virtualBatchSize = countArg({
  name: "virtual_batch_size",
  where: "constructor",
  group: "ghost batches",
  summary: "The size of the ghost batches that are normalized separately; null is the whole batch.",
  type: "int or null",
  rule: "an integer or null",
  default: null,
  bounds: { min: 1, max: 4096 },
  stops: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
  none: "whole batch",
  symbol: "b",
  related: ["axis", "adjustment", "fused"],
  valid: [null, 1, 8],
  invalid: [
    {
      value: 2.5,
      message: "virtual_batch_size must be an integer or null. Received: virtual_batch_size=2.5",
    },
    {
      value: "8",
      message: 'virtual_batch_size must be an integer or null. Received: virtual_batch_size="8"',
    },
  ],
});
