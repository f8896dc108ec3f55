import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "never-run",
    query: "",
    lesson:
      "The most reported problem: the loss falls, the moving statistics stay at 0 and 1, and inference mode is useless.",
    screenshot: true,
  },
  {
    name: "run-with-the-step",
    query: "momentum=0.9&run_update_ops=true",
    lesson:
      "One line more: the train step needs the update operations, and both modes come to agree.",
    screenshot: true,
  },
  {
    name: "run-but-slow",
    query: "run_update_ops=true",
    lesson:
      "With a momentum of 0.99, 50 steps leave 60 % of the initial values: run, and still wrong for a while.",
    screenshot: true,
  },
  {
    name: "collected-too-early",
    query: "momentum=0.9&run_update_ops=true&collect_before_layer=true",
    lesson:
      "The line is there, but above the layer: the collection was empty when it was asked for, and no error says so.",
    screenshot: true,
  },
  {
    name: "started-right",
    query: "step=200&momentum=0.9&moving_mean_initializer=13&moving_variance_initializer=0.65",
    lesson:
      "Initial values near the data hide the mistake in this channel: nothing moves, and nobody notices.",
    screenshot: false,
  },
  {
    name: "run-in-vain",
    query: "momentum=1&run_update_ops=true",
    lesson:
      "At momentum 1 the update operations run and keep what they find: the plots look as if nobody ran them.",
    screenshot: false,
  },
];
