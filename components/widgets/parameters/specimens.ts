import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "drawn-pulled-projected",
    query: "",
    lesson:
      "Drawn around 1, cut to norm 2.5 in step 1, pulled down by loss and penalty, and held at norm 1.5 from step 10 on.",
    screenshot: true,
  },
  {
    name: "zeros-for-gamma",
    query: "gamma_initializer=zeros",
    lesson:
      "With γ at 0 every output is β, this loss has no slope in γ, and 60 steps change nothing.",
    screenshot: true,
  },
  {
    name: "he-for-gamma",
    query: "channel=1&gamma_initializer=he_normal&gamma_constraint=non_neg",
    lesson:
      "Initializers for kernels draw around 0: half of all γ start negative, and non_neg sets them to 0, where they stay.",
    screenshot: true,
  },
  {
    name: "largest-norm",
    query: "gamma_constraint=max_norm",
    lesson:
      "The constraint max_norm goes by all γ together: their norm is cut from 3.03 to 2 in step 1, each γ by the same factor.",
    screenshot: false,
  },
  {
    name: "absolute-penalty",
    query: "gamma_regularizer=l1(l1:0.1)&gamma_constraint=none",
    lesson:
      "The slope of an L1 penalty does not shrink with γ: it carries γ past 0 and back, step after step.",
    screenshot: true,
  },
  {
    name: "penalty-too-strong",
    query: "gamma_regularizer=l2(l2:2.2)&gamma_constraint=none",
    lesson:
      "Learning rate times 2 · l2 is above 2, so every step overshoots 0 by more than it was away from it.",
    screenshot: true,
  },
  {
    name: "adam",
    query: "optimizer=adam&learning_rate=0.02",
    lesson:
      "Adam divides gradients by their own size: its first step is the learning rate, however small the gradient.",
    screenshot: false,
  },
  {
    name: "none-for-beta",
    query: "parameter=beta&beta_initializer=none",
    lesson:
      "None as beta_initializer does not mean zeros: Keras then draws β from glorot_uniform, by its shape.",
    screenshot: true,
  },
  {
    name: "no-beta",
    query: "parameter=beta&center=false",
    lesson: "Without center there is no β to start, to train or to regularize.",
    screenshot: false,
  },
  {
    name: "negative-variance",
    query:
      "channel=2&parameter=moving_variance&momentum=0.99&moving_variance_initializer=random_normal",
    lesson:
      "A random start makes half of all moving variances negative: inference mode has no root of them and puts out NaN.",
    screenshot: false,
  },
  {
    name: "frozen",
    query: "trainable=false",
    lesson: "A frozen layer keeps the γ that was drawn: the optimizer has nothing to move.",
    screenshot: false,
  },
];
