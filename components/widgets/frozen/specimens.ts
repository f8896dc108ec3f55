import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "frozen-while-data-move",
    query: "",
    lesson:
      "Frozen at step 100 while the data move on: the moving statistics stop, and the outputs of both modes drift away from 0 together.",
    screenshot: true,
  },
  {
    name: "old-versions-surprise",
    query: "profile=tf-2.3-v1",
    lesson:
      "The same in the V1 flavour: training mode goes on normalizing with each batch and looks well, inference mode drifts away.",
    screenshot: true,
  },
  {
    name: "oldest-versions-surprise",
    query: "profile=tf-1.4",
    lesson:
      "In TensorFlow 1.4 a frozen layer keeps only γ and β: its moving statistics follow the data as if nothing had been frozen.",
    screenshot: true,
  },
  {
    name: "healthy-fine-tuning",
    query: "data=gaussian&optimizer=sgd&learning_rate=0.01",
    lesson:
      "Frozen after its statistics have settled, on data that stay: both modes agree, and γ and β keep what they have learned.",
    screenshot: true,
  },
  {
    name: "frozen-by-accident",
    query: "data=wine&trainable=false",
    lesson:
      "Frozen before it ever trained: the layer divides by the initial statistics, 0 and 1, and passes its inputs on almost unchanged.",
    screenshot: true,
  },
  {
    name: "frozen-too-early",
    query: "data=gaussian&momentum=0.99&frozen_from=30",
    lesson:
      "Frozen while three quarters of the initial value were still in the moving statistics: they never get to the data’s.",
    screenshot: false,
  },
  {
    name: "not-frozen",
    query: "frozen_from=none",
    lesson: "Never frozen: the moving statistics follow the drift a few steps behind.",
    screenshot: false,
  },
  {
    name: "renorm-in-an-old-version",
    query: "profile=tf-2.3-v1&renorm=true",
    lesson:
      "With renorm in the V1 flavour only the moving statistics stop: renorm’s own averages go on, and its corrections follow them.",
    screenshot: false,
  },
];
