import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "documented-example",
    query: "",
    lesson:
      "The documented example: each step draws one scale and one bias for each feature, so all its examples shift along one line.",
    screenshot: true,
  },
  {
    name: "per-example",
    query: "adjustment=scale:0.07,bias:0.1,per:example",
    lesson:
      "One scale and bias per example: what is added scatters instead of lying on a line, like noise on every example.",
    screenshot: true,
  },
  {
    name: "bias-only",
    query: "adjustment=scale:0,bias:0.1",
    lesson: "Without a spread of the scale all outputs of a feature shift by the same amount.",
    screenshot: false,
  },
  {
    name: "too-much-noise",
    query: "adjustment=scale:1,bias:1,per:example",
    lesson:
      "Spreads of 1: the noise is about as large as the signal in training mode, and inference mode is the same as ever.",
    screenshot: true,
  },
  {
    name: "with-renorm",
    query: "renorm=true&renorm_momentum=0.9",
    lesson: "Renorm corrects first: the adjustment applies to x̂·r + d.",
    screenshot: false,
  },
  {
    name: "before-gamma-and-beta",
    query: "beta_initializer=5&gamma_initializer=10",
    lesson:
      "The adjustment stands before γ and β: γ = 10 makes its bias ten times as large, and β is not touched.",
    screenshot: true,
  },
  {
    name: "with-ghost-batches",
    query: "virtual_batch_size=8",
    lesson: "An adjustment and ghost batches exclude each other: the layer refuses both together.",
    screenshot: false,
  },
  {
    name: "none",
    query: "adjustment=none",
    lesson: "Without an adjustment nothing is drawn, and training mode gives γ·x̂ + β.",
    screenshot: true,
  },
];
