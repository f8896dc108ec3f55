import { describe, expect, it } from "vitest";
import { stepText } from "@/components/widgets/frozen/step-text";
import { figureAt, figureOf, the } from "./support";

describe("the sentences", () => {
  it("say that the statistics stand and both modes drift", () => {
    expect(figureAt("").sentences).toEqual([
      "Frozen since step 100, the layer normalizes with its moving statistics in training mode too; the moving mean of channel 0 stands at 4.79, and the mean of step 180’s batch is 6.55.",
      "The modes agree, and both have moved away from β = 0: the outputs of step 180 have mean 1.77 in training mode and 1.77 in inference mode. What follows the layer meets inputs that it did not meet before.",
      "One frozen call in training mode and one optimizer step in Latest Keras 2: normalizes with the moving statistics, moves nothing; 2 other behaviours are found among the versions.",
    ]);
  });

  it("say in the V1 flavour that the modes disagree", () => {
    const [main, outputs, version] = figureAt("profile=tf-2.3-v1").sentences;
    expect(main).toBe(
      "Frozen since step 100, the layer still normalizes with each batch in training mode; the moving mean of channel 0 stands at 4.79, and the mean of step 180’s batch is 6.55.",
    );
    expect(outputs).toMatch(
      /^The modes disagree: the outputs of step 180 have mean 0 in training mode and 1.77 in inference mode\./,
    );
    expect(version).toContain("normalizes with the batch, moves nothing;");
  });

  it("say in TensorFlow 1.4 that the statistics have gone on", () => {
    const [main, outputs, version] = figureAt("profile=tf-1.4").sentences;
    expect(main).toContain("the moving mean of channel 0 has gone on from 4.79 to 6.45");
    expect(outputs).toMatch(/^The modes agree: /);
    expect(version).toContain("moves moving_mean, moving_variance;");
  });

  it("say what is still to come before the layer is frozen", () => {
    const [main, outputs] = figureAt("step=50").sentences;
    expect(main).toMatch(
      /^In step 50 the layer still trains, .*; from step 100 on it is frozen\.$/,
    );
    expect(outputs).toMatch(/^The modes agree: /);
  });

  it("say that it never is", () => {
    expect(figureAt("frozen_from=none").sentences[0]).toBe(
      "The layer is trainable in all 200 steps: after step 180 the moving mean of channel 0 is 6.45, its batch’s mean 6.55.",
    );
  });

  it("say how much of the start was left, or that the layer never trained", () => {
    expect(figureAt("data=gaussian&momentum=0.99&frozen_from=30").sentences).toContain(
      "74.7\u00a0% of the initial value was in the moving statistics when they stopped, and stays there.",
    );
    expect(figureAt("data=wine&trainable=false").sentences).toContain(
      "The moving statistics are the initial ones: the layer has never trained.",
    );
    expect(figureAt("").sentences.join()).not.toContain("initial");
  });

  it("say what the optimizer leaves", () => {
    const { sentences } = figureAt("data=gaussian&optimizer=sgd&learning_rate=0.01");
    expect(sentences[1]).toMatch(/^The modes agree: /);
    expect(sentences).toContain("The optimizer goes on and leaves γ at 0.719 and β at 0.");
  });

  it("say what is not finite", () => {
    const [main] = figureOf({
      data: "gaussian",
      means: [1e6],
      deviations: [0],
      dtype: "float16",
    }).sentences;
    expect(main).toMatch(/^After step 180 the moving mean of channel 0 is (NaN|∞): a batch or/);
  });
});

describe("the words about the table's optimizer step", () => {
  it("name the loss and the rate by which its numbers come about", () => {
    expect(stepText).toBe(
      "The step is one of plain gradient descent at learning rate 0.1, for the loss ½ · mean of (y + 1)². It is not the loss of the run, ½ · mean of y², which has no slope in the β of a layer that starts.",
    );
    // The slope of ½·mean (y + 1)² is mean (y + 1) = 1 by β = 0, and mean (y + 1)·x̂ = v/(v + ε) by γ = 1.
    const figure = figureAt("epsilon=1");
    const { weights } = the(figure, "keras-2-v2", true, true);
    const moved = (name: string): number => {
      const { before, after } = weights.find((weight) => weight.name === name)!;
      return after - before;
    };
    const variance = figure.variance.batch[0]!;
    expect(moved("beta")).toBeCloseTo(-0.1, 6);
    expect(moved("gamma")).toBeCloseTo((-0.1 * variance) / (variance + 1), 6);
  });
});
