import { describe, expect, it } from "vitest";
import { constant } from "@/engine/spec/constant";
import { columnOf, figureOf } from "./support";

const said = (...args: Parameters<typeof figureOf>): readonly string[] =>
  figureOf(...args).sentences;

describe("what the figure says", () => {
  it("at its start", () => {
    expect(said()).toEqual([
      "In training mode example 0 of step 100, whose alcohol is 12.4, comes out as anything from −1.38 (four of its batch) to 0.886 (with padding, no mask), by its company; in inference mode as −0.799 in all 8 companies.",
      "Alone it is its own mean and nothing of it is left: the output is β = 0, whatever the input.",
      "With one mate, x̂ is 1 or −1 up to epsilon, whatever the inputs: all that counts is which of the two is larger. The output is −0.999.",
      "One mate set to 21.2, 10 of the population’s deviations above the batch’s mean, changes the deviation from 0.855 to 1.65 and brings the output from −0.841 to −0.581.",
      "32 rows of zeros without a mask move the mean from 13.1 to 6.54 and bring the output from −0.841 to 0.886; with a mask it is −0.841.",
      "By the population’s own statistics the output would be −0.791: the moving statistics are near them.",
    ]);
  });

  it("while the moving statistics warm up", () => {
    expect(said({ momentum: 0.99, step: 50 }).at(-1)).toBe(
      "By the population’s own statistics the output would be 0.604. Inference mode is off by 8.49, in every company alike: 61.1\u00a0% of the initial value is still in the moving statistics that step 50 finds, and 60.5\u00a0% in those that it leaves.",
    );
  });

  it("of a moving variance that has no root, and of a company that does not vary without epsilon", () => {
    const start = { moving_variance_initializer: constant(-5), momentum: 0.99, step: 2 };
    expect(said(start)[0]).toMatch(
      /^The moving variance of alcohol is −4\.9\d and epsilon 0\.001: what stands under the root is not above 0, so inference mode has no finite output for example 0 of step 2, whose alcohol is [\d.]+\.$/,
    );
    expect(said({ epsilon: 0 })).toContain(
      "Not finite in training mode: “Alone”. There its company does not vary and epsilon is 0, so training mode divides 0 by 0.",
    );
  });

  it("of ghost batches, and of what they do not divide", () => {
    const sentences = said({ virtual_batch_size: 4 });
    expect(sentences[1]).toBe(
      "Its whole batch is 8 ghost batches: only the 3 mates in its own one count. Padding makes more ghost batches, and so gives it other mates.",
    );
    expect(sentences).toContain(
      "Training mode refuses 2 of the 8 companies, with the message beside them; inference mode takes them.",
    );
    expect(said({ virtual_batch_size: 4, profile: "tf-2.3-v1" })).toContain(
      "Training mode refuses 3 of the 8 companies, with the message beside them; this version refuses them in inference mode too.",
    );
    expect(said({ virtual_batch_size: 1 })[1]).toBe(
      "Its ghost batch holds nobody else, so it is alone in every company.",
    );
    expect(said({ virtual_batch_size: 2 })[1]).toContain(
      "only the one mate in its own one counts.",
    );
  });

  it("of renorm, which takes the company out again", () => {
    const sentences = said({ renorm: true, renorm_momentum: 0.9 });
    expect(sentences[0]).toBe(
      "In training mode example 0 of step 100, whose alcohol is 12.4, comes out as about −0.802 in every company; in inference mode as −0.802 in all 8 companies.",
    );
    expect(sentences).toContain(
      "Renorm turns x̂ into x̂·r + d (r = 1.08 and d = 0.107 in its whole batch), which puts renorm’s averages in the place of the batch’s own mean and deviation. What its bounds clip, and nothing else, is left of the company.",
    );
    expect(sentences).toContain(
      "One mate set to 21.2, 10 of the population’s deviations above the batch’s mean, changes the deviation from 0.855 to 1.65 and leaves the output at −0.802.",
    );
    const clipped = { rmin: 0.9, rmax: 1.1, dmax: 0.1 };
    expect(said({ renorm: true, renorm_momentum: 0.9, renorm_clipping: clipped })[0]).toContain(
      "comes out as anything from −1.24 (four of its batch) to 0.875 (with padding, no mask)",
    );
  });

  it("of a frozen layer", () => {
    expect(said({ trainable: false, step: 1 })[0]).toMatch(
      /^A frozen layer normalizes with its moving statistics in both modes: example 0 of step 1, .* comes out as 13\.\d in all 8 companies\.$/,
    );
  });

  it("of an example beyond the padding of the run's own batches", () => {
    expect(said({ padding: 16 }).slice(-2)).toEqual([
      "By the population’s own statistics the output would be −0.791. Inference mode is off by 1.69, in every company alike.",
      "The run’s own batches end in 16 rows of zeros, which are in the moving statistics, since there is no mask; the padded companies hold 16 rows too.",
    ]);
    expect(said({ padding: 16, mask: true }).at(-1)).toBe(
      "The run’s own batches end in 16 rows of zeros, which its mask leaves out of the moving statistics; the padded companies hold 16 rows too.",
    );
  });

  it("of a version without masks", () => {
    expect(said({ profile: "tf-2.3-v2" })).toContain(
      "This version of the layer takes no mask, and refuses the company with one.",
    );
  });
});

describe("dangerous input", () => {
  it("a batch of one", () => {
    expect(said({ batch_size: 1 })).toEqual([
      "In training mode example 0 of step 100, whose alcohol is 13.8, comes out as anything from 0 (alone) to 1 (with padding, no mask), by its company; in inference mode as 17.5 in all 3 companies.",
      "Alone it is its own mean and nothing of it is left: the output is β = 0, whatever the input.",
      "One row of zeros without a mask moves the mean from 13.8 to 6.91 and brings the output from 0 to 1; with a mask it is 0.",
      "By the population’s own statistics the output would be 1.02. Inference mode is off by 16.5, in every company alike.",
    ]);
  });

  it("a batch of one without epsilon", () => {
    expect(said({ batch_size: 1, epsilon: 0 }).slice(0, 2)).toEqual([
      "In training mode example 0 of step 100, whose alcohol is 13.8, comes out as about 1 in 1 of them; in inference mode as 103 in all 3 companies.",
      "Not finite in training mode: “Alone”, “With padding, masked”. There its company does not vary and epsilon is 0, so training mode divides 0 by 0.",
    ]);
  });

  it("a constant channel", () => {
    const sentences = said({}, columnOf("same", Array(40).fill(7)));
    expect(sentences).toContain("With one mate of equal value the output is β as well.");
    expect(sentences.join(" ")).not.toContain("NaN");
    expect(sentences).toContain(
      "The population does not vary, and an outlier lies so many of its deviations away: here it is a mate like the others, and that company is the whole batch again.",
    );
  });

  it("a number that is not finite", () => {
    expect(said({}, columnOf("wild", [...Array(39).keys(), Infinity]))[0]).toBe(
      "Not every output of example 0 of step 100, whose wild is 18, is finite: its batch or the moving statistics hold a number that is not finite or too large for the layer’s dtype.",
    );
  });
});
