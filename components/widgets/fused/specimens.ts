import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "images",
    query: "",
    lesson:
      "Images with their channels last: nothing rules the fused implementation out, and the moving variance goes to 8/7 of the batch’s.",
    screenshot: true,
  },
  {
    name: "dense",
    query: "shape=8,3",
    lesson:
      "After a dense layer the inputs have rank 2, for which there is no fused implementation: the moving variance goes to the batch’s own.",
    screenshot: true,
  },
  {
    name: "two-elements",
    query: "shape=2,1,1,3",
    lesson: "With two elements per channel the two moving variances differ by a factor of 2.",
    screenshot: false,
  },
  {
    name: "one-element",
    query: "shape=1,1,1,3",
    lesson: "One element has no variance: both implementations let the moving variance fall to 0.",
    screenshot: false,
  },
  {
    name: "renorm",
    query: "renorm=true",
    lesson:
      "Renorm switches the implementation without a word, and moves the variance by rules of its own.",
    screenshot: false,
  },
  {
    name: "ghost-batches",
    query: "virtual_batch_size=1",
    lesson: "Ghost batches are never fused; their variances are smaller still than the batch’s.",
    screenshot: true,
  },
  {
    name: "refused",
    query: "virtual_batch_size=1&fused=true",
    lesson:
      "A fused=true that cannot be honoured is a ValueError of the constructor, which names the obstacle.",
    screenshot: true,
  },
  {
    name: "ignored-in-older-versions",
    query: "virtual_batch_size=1&fused=true&profile=tf-2.3-v1",
    lesson: "The same layer in a V1 version: fused=true is let drop, and no error says so.",
    screenshot: true,
  },
  {
    name: "refused-by-build",
    query: "shape=8,3&fused=true",
    lesson: "The constructor cannot know the rank: fused=true is refused once the inputs are seen.",
    screenshot: false,
  },
  {
    name: "video",
    query: "shape=2,2,2,2,3",
    lesson: "Inputs of rank 5 have a fused implementation in the latest Keras 2.",
    screenshot: false,
  },
  {
    name: "video-in-older-versions",
    query: "shape=2,2,2,2,3&profile=tf-2.3-v2",
    lesson: "In TensorFlow 2.3 inputs of rank 5 have no fused implementation yet.",
    screenshot: false,
  },
  {
    name: "regularizer",
    query: "profile=tf-1.4&gamma_regularizer=l2",
    lesson: "In TensorFlow 1.4 a regularizer on γ or β rules the fused implementation out.",
    screenshot: false,
  },
  {
    name: "double-precision",
    query: "dtype=float64",
    lesson: "Layers of float64 are never fused.",
    screenshot: false,
  },
  {
    name: "raised-epsilon",
    query: "epsilon=0.000001&profile=tf-2.3-v2",
    lesson: "Fused operations of older versions raise an epsilon this small to 1.001e−5.",
    screenshot: false,
  },
  {
    name: "switched-off",
    query: "fused=false",
    lesson:
      "With fused=false a layer stores the variance that normalized its batch, whatever the rank of its inputs.",
    screenshot: false,
  },
];
