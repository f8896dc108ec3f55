import { describe, expect, it } from "vitest";
import { constant } from "@/engine/spec/constant";
import { figureOf, tableOf } from "./support";

describe("at the edges the sentences", () => {
  it("name the division of 0 by 0 that a constant channel without epsilon is", () => {
    const { sentences } = figureOf({ data: "constant", epsilon: 0 });
    expect(sentences.at(-1)).toBe(
      "In this batch channel 0 does not vary and epsilon is 0, so training mode divides 0 by 0.",
    );
    expect(sentences.join(" ")).not.toContain("NaN");
  });

  it("do not promise β from a batch of one without epsilon", () => {
    const { sentences } = figureOf({ batch_size: 1, epsilon: 0 });
    expect(sentences.at(-1)).toBe(
      "A batch of one does not vary and epsilon is 0, so training mode divides 0 by 0.",
    );
    expect(sentences.join(" ")).not.toContain("β");
  });

  it("take a dust of variance from rounding for what it is", () => {
    const { sentences } = figureOf({
      data: "constant",
      means: [0.1],
      dtype: "float64",
      batch_size: 3,
    });
    expect(sentences.at(-1)).toBe(
      "In this batch channel 0 does not vary: only epsilon (0.001) keeps the division from being 0/0.",
    );
  });

  it.each([0.01, 1, 100])("judge the gap between the modes in units of gamma, %s", (gamma) => {
    const gamma_initializer = constant(gamma);
    expect(figureOf({ gamma_initializer }).sentences[1]).toMatch(/would meet the second/);
    expect(figureOf({ gamma_initializer, momentum: 0.9 }).sentences[1]).toMatch(
      /so the two modes agree\.$/,
    );
  });

  it("blame an initial value that does not fit the dtype on itself", () => {
    expect(figureOf({ moving_mean_initializer: constant(1e300) }).sentences).toEqual([
      "From the start the moving mean of alcohol is ∞: its initial value is too large for the layer’s dtype, and no batch can average it away.",
    ]);
  });

  it("blame an overflow of finite numbers on the dtype, not on the numbers", () => {
    const table = tableOf("big", [1e25, -1e25]);
    const { sentences } = figureOf({ data: "own", batch_size: 2, steps: 3, step: 3 }, table);
    expect(sentences).toEqual([
      "From step 1 on, the moving variance of big is ∞: the batch’s variance was too large for the layer’s dtype, and no later batch can average it away.",
    ]);
  });
});
