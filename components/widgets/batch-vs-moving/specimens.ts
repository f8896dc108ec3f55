import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "warming-up",
    query: "",
    lesson:
      "Too few steps for this momentum: the moving statistics still hold their start, so inference mode is off.",
    screenshot: true,
  },
  {
    name: "settled",
    query: "momentum=0.9",
    lesson: "Enough steps: the initial value is forgotten and both modes agree.",
    screenshot: true,
  },
  {
    name: "forgetful",
    query: "momentum=0.1&batch_size=4",
    lesson: "Low momentum and small batches: the moving statistics jump with every batch.",
    screenshot: true,
  },
  {
    name: "drifting",
    query: "data=drift&momentum=0.95&step=150",
    lesson: "The data moves on: moving statistics trail behind by a constant lag.",
    screenshot: true,
  },
  {
    name: "constant-channel",
    query: "data=constant&momentum=0.9&step=20",
    lesson: "A constant channel has no variance; only epsilon keeps the division finite.",
    screenshot: true,
  },
  {
    name: "batch-of-one",
    query: "batch_size=1&momentum=0.9",
    lesson:
      "One example per batch: every training output is β, and the moving variance falls to zero.",
    screenshot: true,
  },
  {
    name: "frozen",
    query: "trainable=false&moving_mean_initializer=13&moving_variance_initializer=0.6",
    lesson: "A frozen layer runs in inference mode whatever training says; nothing moves.",
    screenshot: true,
  },
  {
    name: "frozen-older-version",
    query: "profile=tf-2.3-v1&trainable=false&moving_mean_initializer=13",
    lesson:
      "The same frozen layer in an older version: it still normalizes with its batches, and its statistics stay.",
    screenshot: true,
  },
  {
    name: "ghost-batches",
    query: "momentum=0.9&virtual_batch_size=4&step=100",
    lesson:
      "Ghost batches of 4: the moving variance settles below the population’s, because what differs between ghost batches is left out.",
    screenshot: true,
  },
  {
    name: "renorm",
    query: "batch_size=4&momentum=0.95&renorm=true&renorm_momentum=0.95&step=150",
    lesson:
      "Renorm with batches of 4: training outputs follow the averages and no longer the batch, so both modes agree.",
    screenshot: true,
  },
  {
    name: "all-channels",
    query: "momentum=0.9&all_channels=true&channel=12",
    lesson:
      "Every channel forgets its start at the same pace, whatever its scale: proline is a thousand times as large as hue.",
    screenshot: true,
  },
  {
    name: "fused-or-not",
    query: "batch_size=4&momentum=0.95&step=150",
    lesson:
      "With batches of 4 the fused implementation would store a third more variance than the one that these inputs get.",
    screenshot: false,
  },
  {
    name: "padding",
    query: "momentum=0.9&padding=16&step=100",
    lesson:
      "Half of every batch is padding: its zeros count, and the moving mean settles at half. Turn on mask.",
    screenshot: true,
  },
];
