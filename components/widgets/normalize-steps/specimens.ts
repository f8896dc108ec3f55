import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "normalized",
    query: "",
    lesson:
      "Each column is normalized with its own mean and variance: grams and millimetres come out on the same scale.",
    screenshot: true,
  },
  {
    name: "from-the-start",
    query: "stage=inputs",
    lesson: "A batch as it comes in: columns whose numbers differ in size a hundredfold.",
    screenshot: true,
  },
  {
    name: "outlier",
    query: "edits=50.0.0:345",
    lesson:
      "A decimal point lost in one cell: its column’s variance is the outlier’s, and the other examples come out nearly alike.",
    screenshot: true,
  },
  {
    name: "ghost-batches",
    query: "stage=mean&virtual_batch_size=3",
    lesson: "Two ghost batches of three: every column has two means, each over every other row.",
    screenshot: true,
  },
  {
    name: "renorm",
    query:
      "stage=renorm&renorm=true&renorm_clipping=rmin:0.8,rmax:1.25,dmax:0.5&renorm_momentum=0.9",
    lesson: "Renorm multiplies a column by r and moves it by d, as far as their bounds let it.",
    screenshot: true,
  },
  {
    name: "adjustment",
    query: "stage=adjustment&adjustment=scale:0.07,bias:0.1",
    lesson:
      "An adjustment changes what was normalized by a random scale and bias, in training only.",
    screenshot: false,
  },
  {
    name: "learned-scale",
    query: "stage=output&optimizer=sgd",
    lesson: "Learned γ and β: the optimizer moves them and no other number of the grid by itself.",
    screenshot: true,
  },
  {
    name: "masked-padding",
    query: "stage=variance&padding=2&mask=true",
    lesson: "A mask leaves padding out of the statistics; without it the zeros would count.",
    screenshot: true,
  },
  {
    name: "padding-unmasked",
    query: "stage=mean&padding=2",
    lesson: "Padding without a mask: two rows of zeros pull every mean towards 0.",
    screenshot: false,
  },
  {
    name: "frozen",
    query: "trainable=false",
    lesson:
      "A frozen layer normalizes with its moving statistics, which here are still at their start.",
    screenshot: true,
  },
  {
    name: "batch-of-one",
    query: "batch_size=1",
    lesson: "A batch of one has variance 0: every x̂ is 0 and every output is β.",
    screenshot: false,
  },
  {
    name: "large-batch",
    query: "data=wine&batch_size=178",
    lesson: "A large batch is shown in parts; the statistics are of all its rows.",
    screenshot: false,
  },
];
