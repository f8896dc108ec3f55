import { booleanArg } from "../arg-spec";

/** A figure of one channel can draw the others beside it. */
export const allChannels = booleanArg({
  name: "all_channels",
  where: "run",
  group: "data",
  summary: "Whether the figure draws the other channels too, each small.",
  type: "bool",
  rule: "true or false",
  default: false,
  related: [],
  valid: [true, false],
  invalid: [
    { value: "on", message: 'all_channels must be true or false. Received: all_channels="on"' },
  ],
});
