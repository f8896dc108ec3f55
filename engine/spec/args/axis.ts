import { axisArg } from "../arg-spec";

export const axis = axisArg({
  name: "axis",
  where: "constructor",
  group: "statistics",
  summary: "The axis, or axes, that keep their own statistics; all other axes are averaged over.",
  type: "int, or list of ints",
  rule: "an int or a list of ints",
  default: -1,
  symbol: "A",
  shownWith: ["shape", "data_format"],
  related: ["inputs", "moving_mean_initializer"],
  valid: [-1, 0, 3, [1, 2], [-1]],
  invalid: [
    {
      value: "channels",
      message: 'axis must be an int or a list of ints. Received: axis="channels"',
    },
    { value: 1.5, message: "axis must be an int or a list of ints. Received: axis=1.5" },
    { value: [], message: "axis must be an int or a list of ints. Received: axis=[]" },
    { value: [1, "2"], message: 'axis must be an int or a list of ints. Received: axis=[1, "2"]' },
    { value: true, message: "axis must be an int or a list of ints. Received: axis=true" },
  ],
});
