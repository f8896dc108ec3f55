import { describe, expect, it } from "vitest";
import { tableOf } from "../../../../support/tables";
import { figureOf } from "./support";

const columnOf = (...values: readonly number[]) => tableOf(["a", ...values].join("\n"));
const said = (query: string, ...values: readonly number[]): readonly string[] =>
  figureOf(`batch_size=${values.length}&${query}`, columnOf(...values)).sentences;

/** In an order that no shuffle changes. */
const same = [4, 4, 4, 4];

describe("the sentences", () => {
  it("tell each stage in its numbers", () => {
    const [inputs] = said("stage=inputs&edits=50.0.0:8", ...same);
    expect(inputs).toBe("Step 50 brings 4 examples of 1 channel. Example 0’s a is 8.");
    const mean = said("stage=mean&edits=50.0.0:8", ...same);
    expect(mean[0]).toBe("The mean of a is μ = 5, over the 4 inputs of its column.");
    expect(mean[1]).toMatch(
      /^For inference mode, step 50 moves the moving mean from 3\.97\d to 4\.07\d\.$/,
    );
    expect(said("stage=variance&edits=50.0.0:8", ...same)[0]).toBe(
      "The 4 inputs of its column lie around their mean with variance v = 3, a standard deviation of 1.732.",
    );
    const normalized = said("epsilon=1&edits=50.0.0:8", ...same);
    expect(normalized.slice(0, 2)).toEqual([
      "Example 0’s a, 8, becomes x̂ = 1.5: it lies 1.5 times √(v + ε) above the mean.",
      "The x̂ of the 4 inputs of its column have mean 0 and variance v/(v + ε) = 0.75.",
    ]);
    expect(
      said(
        "epsilon=1&stage=output&gamma_initializer=2&beta_initializer=3&edits=50.0.0:8",
        ...same,
      )[0],
    ).toBe("Example 0’s a, 8, leaves the layer as y = 6: times γ = 2, plus β = 3.");
    expect(said("epsilon=1&stage=output&edits=50.0.0:8", ...same)[0]).toBe(
      "Example 0’s a, 8, leaves the layer as y = 1.5: γ is 1 and β is 0, as they start, and change nothing.",
    );
  });

  it("tell that epsilon takes something, however little", () => {
    expect(said("epsilon=1e-9&edits=50.0.0:8", ...same)[1]).toBe(
      "The x̂ of the 4 inputs of its column have mean 0 and variance v/(v + ε), almost 1.",
    );
  });

  it("tell what edits are in the run", () => {
    const edits = "edits=20.1.0:5,50.0.0:8,50.2.0:1,70.0.0:1,50.9.0:1";
    expect(said(edits, ...same).at(-1)).toBe(
      "The run is computed with 3 edited inputs, 2 in this step and 1 in steps before, and its moving statistics follow them.",
    );
    expect(said("edits=60.0.0:8", ...same).join()).not.toContain("edited");
    expect(said("trainable=false&edits=50.0.0:8", ...same).at(-1)).toBe(
      "The run is computed with 1 edited input, 1 in this step.",
    );
  });

  it("tell of a column that does not vary", () => {
    expect(said("", ...same)).toEqual(["Example 0’s a, 4, becomes x̂ = 0: it lies at the mean."]);
    expect(said("epsilon=0", ...same)[1]).toBe(
      "What counts of a does not vary and epsilon is 0: x̂ divides 0 by 0.",
    );
  });

  it("tell of a batch of one", () => {
    expect(said("", 4)).toContain(
      "The statistics are of one input alone: μ is that input, v is 0, x̂ is 0, and its output is β whatever the input.",
    );
  });

  it("tell of what is not finite", () => {
    const sentences = said("edits=50.1.0:1e39", ...same);
    expect(sentences[0]).toBe("Example 0’s a, 4, becomes x̂ = NaN.");
    expect(sentences[1]).toBe(
      "Not every number of example 0’s a is finite: something in this column is not, or is too large for the layer’s dtype, and the mean carries it into every cell that shares it.",
    );
  });

  it("tell of ghost batches, padding and masks", () => {
    expect(said("virtual_batch_size=2", ...same)).toContain(
      "The 4 examples form 2 ghost batches, each with a mean and a variance of its own: example n lies in ghost batch n mod 2.",
    );
    expect(said("padding=1&stage=mean", ...same)).toEqual([
      "The mean of a is μ = 3, over the 4 inputs of its column.",
      expect.stringMatching(/^For inference mode/),
      "The last of the 4 examples is padding: without a mask its zeros are in the mean and in the variance.",
    ]);
    expect(said("padding=2&mask=true&stage=mean", ...same)).toEqual([
      "The mean of a is μ = 4, over the 2 inputs of its column without padding.",
      expect.stringMatching(/^For inference mode/),
      "The last 2 of the 4 examples are padding: the mask leaves their zeros out of the statistics, and they are normalized like the others.",
    ]);
    expect(said("padding=2&trainable=false", ...same)).toContain(
      "The last 2 of the 4 examples are padding: zeros, which are normalized like the others.",
    );
  });

  it("tell of a mask that leaves nothing, of which no statistic is", () => {
    const nothing = "for TensorFlow takes 0 divided by 0 as 0 here.";
    expect(said("padding=4&mask=true&stage=mean", ...same)[0]).toBe(
      `The mask leaves no input of a: μ is 0, ${nothing}`,
    );
    expect(said("padding=4&mask=true&stage=variance", ...same)[0]).toBe(
      `The mask leaves no input of a: v is 0, ${nothing}`,
    );
    expect(said("padding=4&mask=true", ...same)[0]).toBe(
      "Example 0’s a, 0, becomes x̂ = 0: the mask leaves no input to have statistics of, μ and v are 0, and x̂ is x / √ε.",
    );
    // Examples 1 and 3 are the second ghost batch, of which padding leaves the first one only.
    const ghosts = "padding=3&mask=true&virtual_batch_size=2&stage=mean";
    expect(said(`${ghosts}&example=1`, ...same)[0]).toBe(
      `The mask leaves no input of a in ghost batch 1: μ is 0, ${nothing}`,
    );
    expect(said(`${ghosts}&example=0`, ...same)[0]).toMatch(/^The mean of a is μ = /);
  });

  it("tell that a frozen layer uses what moved before", () => {
    expect(said("trainable=false&stage=variance", ...same)[0]).toBe(
      "A frozen layer takes no variance of its batch: it uses the moving variance of a, v = 1, a standard deviation of 1.",
    );
    expect(said("trainable=false&stage=output", ...same)).toContain(
      "The layer is frozen: it runs in inference mode, with the moving mean and the moving variance. No example depends on another one.",
    );
  });

  it("tell renorm and the adjustment", () => {
    expect(said("renorm=true&stage=renorm", ...same)[0]).toMatch(
      /^Renorm turns x̂ = 0 into x̂·r \+ d = [\d.]+: every example’s a is multiplied by r = [\d.]+ and moved by d = [\d.]+\.$/,
    );
    expect(said("adjustment=scale:0.5,bias:0.5&stage=adjustment", ...same)[0]).toMatch(
      /^The adjustment turns 0 into -?−?[\d.]+: times a = [\d.]+, plus b = -?−?[\d.]+, both drawn anew at each step and absent in inference mode\.$/,
    );
  });
});
