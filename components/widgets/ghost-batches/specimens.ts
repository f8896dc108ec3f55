import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "ghosts-of-four",
    query: "",
    lesson:
      "Ghost batches of 4: the moving variance settles at three quarters of the population’s variance.",
    screenshot: true,
  },
  {
    name: "ghosts-of-two",
    query: "virtual_batch_size=2",
    lesson:
      "Ghost batches of 2: every training output is about 1 or −1, and inference mode spreads them 1.41 times as widely.",
    screenshot: true,
  },
  {
    name: "one-ghost-batch",
    query: "virtual_batch_size=32",
    lesson: "A ghost batch as large as the batch is plain batch normalization.",
    screenshot: true,
  },
  {
    name: "does-not-divide",
    query: "virtual_batch_size=5",
    lesson: "Ghost batches of 5 cannot be made of 32 examples: the layer refuses the batch.",
    screenshot: true,
  },
  {
    name: "ghosts-of-one",
    query: "virtual_batch_size=1",
    lesson:
      "Ghost batches of one example: every training output is β, and the moving variance falls to zero.",
    screenshot: true,
  },
  {
    name: "inference-divides-too",
    query: "profile=tf-2.3-v1",
    lesson: "In older versions the ghost batch size must divide the batches of inference mode too.",
    screenshot: false,
  },
  {
    name: "masked-padding",
    query: "data=gaussian&padding=8&mask=true&step=140",
    lesson:
      "Masked padding leaves ghost batches of 3 examples, and the moving variance shrinks further.",
    screenshot: true,
  },
  {
    name: "drifting",
    query: "data=drift&batch_size=16&step=150",
    lesson: "Ghost batches of a drifting population: the variance shrinks by the same factor.",
    screenshot: false,
  },
];
