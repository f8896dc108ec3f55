import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "warming-up",
    query: "",
    lesson:
      "Why is the model bad in inference mode? The momentum is too high for so few steps: the moving statistics still hold their start.",
    screenshot: true,
  },
  {
    name: "healthy",
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
    name: "covariate-drift",
    query: "data=drift&momentum=0.95&step=150",
    lesson: "The data moves on: moving statistics trail behind by a constant lag.",
    screenshot: true,
  },
  {
    name: "unshuffled-batches",
    query: "order=sorted&momentum=0.9&step=152",
    lesson:
      "Batches that are not independent: each holds one kind of example, training mode takes the difference between kinds away, and the moving variance settles near half of the population’s.",
    screenshot: true,
  },
  {
    name: "batch-of-two",
    query: "batch_size=2&momentum=0.9",
    lesson:
      "Two examples per batch: training outputs are near ±1 whatever they are, and the moving variance swings around half of the population’s.",
    screenshot: false,
  },
  {
    name: "batch-of-one",
    query: "batch_size=1&momentum=0.9",
    lesson:
      "One example per batch: every training output is β, and the moving variance falls to zero.",
    screenshot: true,
  },
  {
    name: "dead-channel",
    query: "data=constant&momentum=0.9&step=20",
    lesson: "A constant channel has no variance; only epsilon keeps the division finite.",
    screenshot: true,
  },
  {
    name: "huge-epsilon",
    query: "momentum=0.9&epsilon=10",
    lesson:
      "Epsilon far above the variance: it, and not the data, decides the size of the outputs, which shrink in both modes.",
    screenshot: false,
  },
  {
    name: "frozen-by-accident",
    query: "trainable=false",
    lesson:
      "A layer frozen before it learned anything: its statistics are still 0 and 1, so it hands the inputs on as they are, in both modes.",
    screenshot: false,
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
    name: "ghosts-of-two",
    query: "momentum=0.9&virtual_batch_size=2&step=100",
    lesson:
      "Ghost batches of 2: the moving variance settles near half of the population’s, because what differs between ghost batches is left out.",
    screenshot: true,
  },
  {
    name: "renorm-unclipped",
    query: "batch_size=4&momentum=0.95&renorm=true&renorm_momentum=0.95&step=150",
    lesson:
      "Renorm without bounds and batches of 4: training outputs follow the averages and no longer the batch, so both modes agree.",
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
    name: "padded-sequences",
    query: "momentum=0.9&padding=16&step=100",
    lesson:
      "Half of every batch is padding: its zeros count, and the moving mean settles at half. Turn on mask.",
    screenshot: true,
  },
];
