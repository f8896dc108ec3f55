import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "settled",
    query: "",
    lesson:
      "Training mode gives the same example another output in every company; inference mode gives it one.",
    screenshot: true,
  },
  {
    name: "warming-up",
    query: "step=50&momentum=0.99",
    lesson:
      "Moving statistics that still hold their start: inference mode gives the same output in every company, and a wrong one.",
    screenshot: true,
  },
  {
    name: "huge-outlier",
    query: "outlier=1000",
    lesson: "One huge mate makes the deviation its own: every other example comes out near β.",
    screenshot: true,
  },
  {
    name: "ghost-batches",
    query: "virtual_batch_size=4",
    lesson:
      "Ghost batches: only the mates in its own ghost batch count, and a company that they do not divide is refused.",
    screenshot: true,
  },
  {
    name: "renorm",
    query: "renorm=true&renorm_momentum=0.9",
    lesson:
      "Renorm without bounds corrects the batch’s statistics away: company hardly counts, in training mode too.",
    screenshot: true,
  },
  {
    name: "renorm-clipped",
    query: "renorm=true&renorm_clipping=rmin:0.9,rmax:1.1,dmax:0.1&renorm_momentum=0.9",
    lesson: "Bounds on renorm’s correction let the company count again.",
    screenshot: false,
  },
  {
    name: "frozen",
    query: "moving_mean_initializer=13&moving_variance_initializer=0.65&trainable=false",
    lesson: "A frozen layer does in training mode what inference mode does: no company counts.",
    screenshot: true,
  },
  {
    name: "batch-of-two",
    query: "batch_size=2",
    lesson:
      "Of a batch of two, one output is about 1 and the other about −1, whatever the inputs are.",
    screenshot: false,
  },
  {
    name: "batch-of-one",
    query: "batch_size=1",
    lesson: "A batch of one: training mode gives β, and leaves moving statistics without variance.",
    screenshot: false,
  },
  {
    name: "trained-with-padding",
    query: "padding=16",
    lesson:
      "Padding in training without a mask: its zeros are in the moving statistics, so inference mode is off as well.",
    screenshot: true,
  },
];
