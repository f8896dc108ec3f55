import { describe, expect, it } from "vitest";
import { figureAt, figureOf } from "./support";

describe("the sentences", () => {
  it("say per feature what was drawn, and the line it makes", () => {
    expect(figureAt("").sentences).toEqual([
      "Step 100 drew scale 0.954 and bias 0.0469 for alcohol: all 32 examples of the batch share them, and every other feature has its own.",
      "Example 0 comes out as −0.755 instead of −0.841 in training mode; in inference mode, which has no adjustment, as −0.803.",
      "In alcohol it turns each output y without it into 0.954·y + 0.0469: one line for the whole batch.",
      "Over the batch of step 100 the outputs have mean 0.0469 and deviation 0.953 with it, 0 and 0.999 without it, and 0.0952 and 1.07 in inference mode.",
      "Every step draws anew: over the 200 steps the scales of alcohol average 1 and its biases −0.000352. The moving statistics know nothing of them.",
    ]);
  });

  it("say per example whose draws they are, and how far they can go", () => {
    const { sentences } = figureAt("adjustment=scale:0.07,bias:0.1,per:example&example=3");
    expect(sentences[0]).toMatch(
      /^Step 100 drew scale \S+ and bias \S+ for example 3: all its features share them/,
    );
    expect(sentences[2]).toBe(
      "What it adds to an example depends on its own draws: up to 0.1 from the bias, and from the scale up to 0.07 of the distance from β.",
    );
    expect(sentences[4]).toContain("the scales of place 3 of the batch");
  });

  it("hold the line that γ and β make of it", () => {
    const { sentences, batch } = figureAt("beta_initializer=5&gamma_initializer=10");
    const line = /into (\S+)·y ([+−]) (\S+):/.exec(sentences[2]!)!;
    const shift = Number(line[3]) * (line[2] === "+" ? 1 : -1);
    for (const { unadjusted, adjusted } of batch) {
      expect(adjusted).toBeAllClose(Number(line[1]) * unadjusted + shift, { absolute: 0.02 });
    }
  });

  it("say that nothing is drawn", () => {
    expect(figureAt("adjustment=none").sentences).toEqual([
      "No adjustment: step 100 gives γ·x̂ + β in training mode, and nothing is drawn.",
    ]);
  });

  it("say what is not finite", () => {
    const { sentences } = figureOf({ data: "gaussian", means: [0], deviations: [0], epsilon: 0 });
    expect(sentences[0]).toMatch(/^Not every output of step 100 is finite/);
  });
});
