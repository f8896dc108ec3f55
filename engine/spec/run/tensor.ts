import { booleanArg, choiceArg, countArg, numbersArg } from "../arg-spec";

/** The sizes of a tensor that is normalized once, without a run. */
export const shape = numbersArg({
  name: "shape",
  where: "run",
  group: "data",
  summary: "The tensor's sizes along its axes, the batch first.",
  type: "list of ints",
  rule: "a list of 2 to 5 integers",
  default: [2, 4, 4, 3],
  bounds: { min: 1, max: 8 },
  minLength: 2,
  maxLength: 5,
  isWhole: true,
  related: ["axis", "inputs"],
  valid: [
    [8, 4],
    [2, 3, 3, 3, 2],
  ],
  invalid: [
    { value: [8], message: "shape must be a list of 2 to 5 integers. Received: shape=[8]" },
    {
      value: [8, 1.5],
      message: "shape must be a list of 2 to 5 integers. Received: shape=[8, 1.5]",
    },
  ],
});

export const dataFormat = choiceArg({
  name: "data_format",
  where: "run",
  group: "data",
  summary: "Where the tensor holds its channels: along its last axis, or along axis 1.",
  type: "choice",
  rule: "channels_last or channels_first",
  default: "channels_last",
  options: [
    { value: "channels_last", label: "channels_last" },
    { value: "channels_first", label: "channels_first" },
  ],
  related: ["axis"],
  valid: ["channels_last", "channels_first"],
  invalid: [
    {
      value: "NHWC",
      message: 'data_format must be channels_last or channels_first. Received: data_format="NHWC"',
    },
  ],
});

export const layerNormalization = booleanArg({
  name: "layer_normalization",
  where: "run",
  group: "statistics",
  summary: "Whether the figure shows what layer normalization would average instead: each example.",
  type: "bool",
  rule: "true or false",
  default: false,
  related: ["axis"],
  valid: [true, false],
  invalid: [
    {
      value: "on",
      message: 'layer_normalization must be true or false. Received: layer_normalization="on"',
    },
  ],
});

/** The element that a figure follows. How many there are to choose from, only the shape says. */
export const element = countArg({
  name: "element",
  where: "run",
  group: "data",
  summary: "The element of the tensor that the figure follows, counted from 0 in row-major order.",
  type: "int or null",
  rule: "an integer or null",
  default: null,
  bounds: { min: 0, max: 32_767 },
  stops: Array.from({ length: 96 }, (_, index) => index),
  none: "none",
  isNoneLeast: true,
  related: ["inputs"],
  valid: [null, 0, 95],
  invalid: [
    { value: "last", message: 'element must be an integer or null. Received: element="last"' },
  ],
});
