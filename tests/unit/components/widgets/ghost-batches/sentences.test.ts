import { describe, expect, it } from "vitest";
import { misfit } from "@/components/widgets/ghost-batches/lead";
import { listed } from "@/components/widgets/ghost-batches/sentences";
import { divisorsOf } from "@/components/widgets/ghost-batches/shrinkage";
import { figureOf, tableOf } from "./support";

describe("what the figure says", () => {
  it("at its start", () => {
    expect(figureOf().sentences).toEqual([
      "8 ghost batches of 4 examples: after 50 steps the moving variance of alcohol is 0.499, 0.761 of the population’s 0.655; independent examples keep 1 − 1/4 = 0.75 of it on average, 0.492.",
      "What differs between ghost batches is left out of that variance, so inference mode spreads outputs √(1/(1 − 1/4)) = 1.15 times as widely as training mode.",
      "The outputs of step 50 have deviation 0.998 in training mode and 1.14 in inference mode; single batches vary.",
      "Example n lies in ghost batch n mod 8: ghost batch 0 holds examples 0, 8, 16, 24. Groups of neighbours would have had variance 0.513 on average in this batch, instead of 0.508.",
    ]);
  });

  it("of ghost batches of two, of one, and of the whole batch", () => {
    expect(figureOf({ virtual_batch_size: 2 }).sentences[1]).toBe(
      "What differs between ghost batches is left out of that variance, so inference mode spreads outputs √(1/(1 − 1/2)) = 1.41 times as widely as training mode.",
    );
    expect(figureOf({ virtual_batch_size: 1 }).sentences.slice(0, 2)).toEqual([
      "32 ghost batches of 1 example: after 50 steps the moving variance of alcohol is 0.00515, 0.00786 of the population’s 0.655; single examples keep nothing of it.",
      "A ghost batch of one example has variance 0: every training output is β, whatever the input, and inference mode divides by √ε alone once the start is forgotten.",
    ]);
    expect(figureOf({ virtual_batch_size: 1, epsilon: 0 }).sentences[1]).toMatch(
      /^A ghost batch of one example has variance 0 and epsilon is 0: .* every training output is NaN/,
    );
    expect(figureOf({ virtual_batch_size: 32 }).sentences[0]).toBe(
      "One ghost batch, the whole batch of 32 examples: after 50 steps the moving variance of alcohol is 0.635, 0.969 of the population’s 0.655; independent examples keep 1 − 1/32 = 0.969 of it on average, 0.635.",
    );
  });

  it("of a run that has not settled, of a version that splits inference too, and of padding", () => {
    expect(figureOf({ step: 10 }).sentences).toContain(
      "34.9\u00a0% of the initial value is still in the moving variance: it has not settled yet.",
    );
    expect(figureOf({ profile: "tf-2.3-v1" }).sentences).toContain(
      "In this version inference mode splits its batches too, so virtual_batch_size must divide those as well.",
    );
    expect(figureOf({ padding: 8, mask: true }).sentences.at(-1)).toBe(
      "The last 8 of the 32 examples are padding; the mask keeps them out of the ghost batches’ statistics, and they are normalized like the others.",
    );
    const masked = figureOf({ padding: 8, mask: true }).sentences;
    expect(masked[0]).toMatch(/^8 ghost batches of 4 examples, masked ones included: /);
    expect(masked).toContain(
      "Example n lies in ghost batch n mod 8: ghost batch 0 holds examples 0, 8, 16, and masked 24.",
    );
    expect(figureOf({ padding: 8 }).sentences[0]).toMatch(
      /the padding’s zeros count as examples\.$/,
    );
  });

  it("of a constant channel, and of one that is not finite", () => {
    expect(figureOf({}, tableOf("same", Array(40).fill(7))).sentences[0]).toBe(
      "8 ghost batches of 4 examples: after 50 steps the moving variance of same is 0.00515, and the population’s is 0.",
    );
    const wild = figureOf({}, tableOf("wild", [...Array(39).keys(), Infinity]));
    expect(wild.sentences).toEqual([
      "After step 50 the moving variance of wild is NaN: a batch or the initial value held a number that is not finite or too large for the layer’s dtype.",
    ]);
  });
});

describe("what it says of a size", () => {
  it("names what is left over, and nothing where the size fits", () => {
    expect(misfit(32, 5)).toBe("5 does not divide 32: 6 ghost batches of 5 leave 2 examples over.");
    expect(misfit(32, 31)).toBe(
      "31 does not divide 32: 1 ghost batch of 31 leaves 1 example over.",
    );
    expect(misfit(32, 64)).toBe("64 is more than the 32 examples of a batch.");
    expect([misfit(32, 8), misfit(32, 32), misfit(32, null), misfit(1, 1)]).toEqual(
      Array(4).fill(null),
    );
  });

  it("lists the sizes that divide a batch", () => {
    expect(divisorsOf(32)).toEqual([1, 2, 4, 8, 16, 32]);
    expect(divisorsOf(12)).toEqual([1, 2, 3, 4, 6, 12]);
    expect([divisorsOf(1), divisorsOf(7)]).toEqual([[1], [1, 7]]);
  });
});

it("long lists of examples are cut short", () => {
  expect(listed([0, 8, 16, 24])).toBe("0, 8, 16, 24");
  expect(listed([0, 2, 4, 6, 8, 10, 12])).toBe("0, 2, 4, …, 12");
});
