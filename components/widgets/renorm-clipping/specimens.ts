import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "clipped-at-times",
    query: "",
    lesson:
      "Batches of 4: the bounds hold the correction while the averages settle, and stop an odd batch later.",
    screenshot: true,
  },
  {
    name: "schedule-of-the-paper",
    query: "renorm_clipping=rmin:1@25~0.667@69~0.5@113~0.333@200,rmax:1@25~3@200,dmax:0@25~5@125",
    lesson:
      "Ioffe’s schedule, 40,000 steps in 200: plain Batch Normalization first, then bounds that open while the averages settle.",
    screenshot: true,
  },
  {
    name: "not-clipped",
    query: "renorm_clipping=none",
    lesson:
      "Without bounds training outputs are those of the moving averages alone, from the first step on, when these hold little.",
    screenshot: true,
  },
  {
    name: "clipped-to-nothing",
    query: "renorm_clipping=rmin:1,rmax:1,dmax:0",
    lesson:
      "Every step has r = 1 and d = 0: the layer says renorm and computes plain Batch Normalization.",
    screenshot: true,
  },
  {
    name: "older-version",
    query: "profile=tf-1.14-v2",
    lesson:
      "Up to TensorFlow 1.14 the batch fills up what the averages lack: the correction begins at none instead of far off.",
    screenshot: true,
  },
  {
    name: "large-batches",
    query: "batch_size=128",
    lesson: "Large batches need no correction: r stays near 1 and d near 0 once the averages hold.",
    screenshot: false,
  },
];
