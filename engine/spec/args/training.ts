import { trainingArg } from "../arg-spec";

export const training = trainingArg({
  name: "training",
  where: "call",
  group: "call",
  summary:
    "Whether this call normalizes with the batch's own statistics and updates the moving ones.",
  type: "bool, int or null",
  rule: "a bool, an int or null (it becomes the pred of a condition)",
  default: null,
  related: ["trainable", "momentum"],
  valid: [true, false, 0, 1, null],
  invalid: [
    {
      value: "yes",
      message:
        'training must be a bool, an int or null (it becomes the pred of a condition). Received: training="yes"',
    },
    {
      value: 0.5,
      message:
        "training must be a bool, an int or null (it becomes the pred of a condition). Received: training=0.5",
    },
  ],
});
