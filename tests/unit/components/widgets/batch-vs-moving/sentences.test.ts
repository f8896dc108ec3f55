import { describe, expect, it } from "vitest";
import { constant } from "@/engine/spec/constant";
import type { Experiment } from "@/engine/spec/experiment";
import { figureOf, tableOf } from "./support";

const noBreak = "\u00a0";
const minus = "\u2212";

describe("the sentences of a figure say", () => {
  it("how much of the initial value is left, and how far apart the two modes are", () => {
    expect(figureOf().sentences).toEqual([
      `After 50 steps at momentum 0.99, 60.5${noBreak}% of the initial value is left in the moving statistics of alcohol (0.99⁵⁰): moving mean 5.134, batch mean 13.03.`,
      "The same batch comes out with mean 0 and deviation 0.999 in training mode and with mean 8.52 and deviation 0.87 in inference mode, so a model trained on the first would meet the second when it is used.",
    ]);
  });

  it("that the two modes agree once the initial value is forgotten", () => {
    expect(figureOf({ momentum: 0.9 }).sentences).toEqual([
      `After 50 steps at momentum 0.9, 0.52${noBreak}% of the initial value is left in the moving statistics of alcohol (0.9⁵⁰): moving mean 12.93, batch mean 13.03.`,
      "The same batch comes out with mean 0 and deviation 0.999 in training mode and with mean 0.12 and deviation 1.01 in inference mode, so the two modes agree.",
    ]);
  });

  it("that a little is left when it is less than a thousandth", () => {
    expect(figureOf({ momentum: 0.1, step: 200 }).sentences[0]).toBe(
      `After 200 steps at momentum 0.1, less than 0.1${noBreak}% of the initial value is left in the moving statistics of alcohol (0.1²⁰⁰): moving mean 12.83, batch mean 12.81.`,
    );
  });

  it("that with momentum 1 the initial values do not move", () => {
    expect(figureOf({ momentum: 1 }).sentences).toEqual([
      "After 50 steps at momentum 1 the initial values have not moved: moving mean 0, batch mean 13.03 in alcohol.",
      "The same batch comes out with mean 0 and deviation 0.999 in training mode and with mean 13 and deviation 0.805 in inference mode, so a model trained on the first would meet the second when it is used.",
    ]);
  });

  it("that with momentum 0 nothing is left of the initial value", () => {
    expect(figureOf({ momentum: 0 }).sentences).toEqual([
      "After 50 steps at momentum 0, nothing of the initial value is left in the moving statistics of alcohol (0⁵⁰): moving mean 13.03, batch mean 13.03.",
      "The same batch comes out with mean 0 and deviation 0.999 in training mode and with mean 0 and deviation 0.999 in inference mode, so the two modes agree.",
    ]);
  });

  it("that the modes are apart when only their deviations are", () => {
    const wide = {
      momentum: 1,
      moving_mean_initializer: constant(13),
      moving_variance_initializer: constant(10),
    };
    expect(figureOf(wide).sentences[1]).toBe(
      "The same batch comes out with mean 0 and deviation 0.999 in training mode and with mean 0.00899 and deviation 0.255 in inference mode, so a model trained on the first would meet the second when it is used.",
    );
  });

  it("that a frozen layer uses its moving statistics in both modes", () => {
    const frozen = {
      trainable: false,
      moving_mean_initializer: constant(13),
      moving_variance_initializer: constant(0.6),
    };
    expect(figureOf(frozen).sentences).toEqual([
      "The layer is frozen: with training=true it still normalizes alcohol with its moving statistics (13 and 0.6), and none of them moves.",
      "Both modes give this batch mean 0.0367 and deviation 1.04.",
    ]);
  });

  it("what becomes of a batch of one, and speak of one step in the singular", () => {
    const one = { batch_size: 1, steps: 1, step: 1, momentum: 0 };
    expect(figureOf(one).sentences).toEqual([
      "After 1 step at momentum 0, nothing of the initial value is left in the moving statistics of alcohol (0¹): moving mean 13.86, batch mean 13.86.",
      "The same batch comes out with mean 0 and deviation 0 in training mode and with mean 0 and deviation 0 in inference mode, but over all examples inference mode gives mean −27.2 and deviation 25.6.",
      "With one example per batch the batch variance is 0 and every training output is β, whatever the input.",
    ]);
  });

  it("that a gap is one batch’s own chance, or that it is there although a batch hides it", () => {
    const saying = (patch: Partial<Experiment>): string =>
      figureOf(patch).sentences.find((each) => each.startsWith("The same batch")) ?? "";
    expect(saying({ momentum: 0.95, batch_size: 4, step: 150 })).toBe(
      "The same batch comes out with mean 0 and deviation 0.999 in training mode and with mean 0.218 and deviation 1.41 in inference mode, which is this batch’s own chance: over all examples inference mode gives mean 0.0825 and deviation 1.16.",
    );
    expect(saying({ momentum: 0.1, batch_size: 4 })).toMatch(
      /but over all examples inference mode gives mean 0\.447 and deviation 1\.07\.$/,
    );
  });

  it("that a moving variance leaves inference mode no root", () => {
    expect(figureOf({ moving_variance_initializer: constant(-5) }).sentences).toContainEqual(
      expect.stringMatching(
        /^Inference mode has no finite output: under its root stands the moving variance plus epsilon, −2\.\d+, which is not above 0\.$/,
      ),
    );
  });

  it("summaries of masked batches without the padding", () => {
    const padded = { momentum: 0.9, step: 100, padding: 16 };
    const { training } = figureOf({ ...padded, mask: true }).outputs;
    expect(training.deviation).toBeLessThan(2);
    const all = figureOf({ ...padded, mask: true }).outputs.examples;
    expect(all).toHaveLength(32);
  });

  it("nothing of a batch of one or a constant channel when the layer is frozen", () => {
    expect(figureOf({ batch_size: 1, trainable: false }).sentences).toHaveLength(2);
    expect(figureOf({ data: "constant", trainable: false }).sentences).toHaveLength(2);
  });

  it("that only epsilon keeps a constant channel finite", () => {
    const held = { data: "constant", means: [3], momentum: 0.9, step: 20 } as const;
    expect(figureOf(held).sentences).toEqual([
      `After 20 steps at momentum 0.9, 12.2${noBreak}% of the initial value is left in the moving statistics of channel 0 (0.9²⁰): moving mean 2.635, batch mean 3.`,
      "The same batch comes out with mean 0 and deviation 0 in training mode and with mean 1.04 and deviation 0 in inference mode, so a model trained on the first would meet the second when it is used.",
      "In this batch channel 0 does not vary: only epsilon (0.001) keeps the division from being 0/0.",
    ]);
  });

  it("which channel they speak of, and its numbers in the layer's own terms", () => {
    const shifted = {
      channel: 12,
      momentum: 0,
      beta_initializer: constant(-2),
      gamma_initializer: constant(0.5),
    };
    expect(figureOf(shifted).sentences).toEqual([
      "After 50 steps at momentum 0, nothing of the initial value is left in the moving statistics of proline (0⁵⁰): moving mean 729.9, batch mean 729.9.",
      `The same batch comes out with mean ${minus}2 and deviation 0.5 in training mode and with mean ${minus}2 and deviation 0.5 in inference mode, so the two modes agree.`,
    ]);
  });

  it("since when the moving mean is broken by a number that is not finite, and nothing else", () => {
    const nan = figureOf({ data: "own", batch_size: 3, steps: 5, step: 2 }, odd(NaN));
    expect(nan.sentences).toEqual([
      "From step 1 on, the moving mean of odd is NaN: a batch held a number that is not finite, and no later batch can average it away.",
    ]);
    const infinite = figureOf({ data: "own", batch_size: 3, steps: 5, step: 2 }, odd(-Infinity));
    expect(infinite.sentences).toEqual([
      `From step 1 on, the moving mean of odd is ${minus}∞: a batch held a number that is not finite, and no later batch can average it away.`,
    ]);
  });

  it("the same of the variance when it breaks first", () => {
    // 1e25² is more than float32 holds, though every example and the mean are finite.
    const large = tableOf("large", [1e25, -1e25]);
    const { mean, variance, sentences } = figureOf({ data: "own", batch_size: 2 }, large);
    expect([mean.firstNonFinite, variance.firstNonFinite]).toEqual([null, 1]);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(/^From step 1 on, the moving variance of large is ∞: /);
  });

  it("nothing of broken statistics when a frozen layer keeps its own", () => {
    const frozen = figureOf(
      { data: "own", batch_size: 3, steps: 5, step: 2, trainable: false },
      odd(NaN),
    );
    expect(frozen.sentences[0]).toBe(
      "The layer is frozen: with training=true it still normalizes odd with its moving statistics (0 and 1), and none of them moves.",
    );
  });
});

function odd(value: number): ReturnType<typeof tableOf> {
  return tableOf("odd", [1, value, 2]);
}
