import { describe, expect, it } from "vitest";
import type { Experiment } from "@/engine/spec/experiment";
import { figureOf, specimen } from "./support";

const main = (patch: Parameters<typeof figureOf>[0]): string => figureOf(patch).sentences[0] ?? "";
const all = (name: string): string => specimen(name).sentences.join("\n");

describe("the words of a trained parameter", () => {
  it("tell the step, the start, both gradients, the projections and the penalty", () => {
    expect(figureOf().sentences).toEqual([
      "In step 50 SGD moves γ of alcohol from 0.5332 to 0.5021, and min_max_norm(min_value=1.5, max_value=2.5) sets it to 0.5329.",
      "random_normal(mean=1, stddev=0.3) drew 1.18 for this channel from N(1, 0.3²); the 1,209 first values of 93 seeds have mean 0.991 and deviation 0.298.",
      "The loss, half the mean square of the outputs, has the gradient 0.04095, the penalty l2(l2=0.02) has 0.02133; the step goes by their sum, 0.06228.",
      "min_max_norm(min_value=1.5, max_value=2.5) changes γ of this channel in 52 of 60 steps, step 1 the first. It goes by the norm over all 13 channels, here 1.413, and multiplies each γ by 1.061.",
      "The penalty of all 13 γ together is 0.045, beside a loss of 0.08512.",
    ]);
  });

  it("name Adam, and a step within the bounds without a projection", () => {
    expect(main({ optimizer: "adam", step: 5, learning_rate: 0.02 })).toMatch(
      /^In step 5 Adam moves γ of alcohol from 0\.8628 to 0\.8432\.$/,
    );
  });

  it("say of β that it has no penalty, where it has none", () => {
    const { sentences } = figureOf({ parameter: "beta" });
    expect(sentences[0]).toMatch(/^In step 50 SGD moves β of alcohol from /);
    expect(sentences[1]).toBe("zeros sets β to 0 in every channel, whatever the seed.");
    expect(sentences[2]).toMatch(
      /^The loss, half the mean square of the outputs, has the gradient −?[\d.e−]+; there is no penalty\.$/,
    );
    expect(sentences).toHaveLength(3);
  });

  it("say that zeros for γ are left alone, and why", () => {
    const { sentences } = specimen("zeros-for-gamma");
    expect(sentences[0]).toBe("In step 50 SGD leaves γ of alcohol at 0: its gradient is 0.");
    expect(sentences).toContain(
      "At γ = 0 every output is β, whatever the input, and x̂ has mean 0: this loss has no slope in γ there.",
    );
    expect(sentences).toContain(
      "min_max_norm(min_value=1.5, max_value=2.5) changes nothing in this channel.",
    );
  });

  it("say that non_neg keeps at 0 what starts below", () => {
    const words = all("he-for-gamma");
    expect(words).toContain("In step 50 SGD leaves γ of malic_acid at 0: its gradient is 0.");
    expect(words).toContain(
      "non_neg changes γ of this channel in 1 of 60 steps, step 1 the first.",
    );
    expect(words).not.toContain("norm over all");
  });

  it("tell a step past 0 from one that ends further away than it began", () => {
    expect(specimen("absolute-penalty").sentences).toContain("The step carries γ past 0.");
    expect(specimen("penalty-too-strong").sentences).toContain(
      "The step carries γ past 0, and further away than it was: such steps grow from one to the next.",
    );
  });

  it("say when a value is no number any more", () => {
    const strong = { gamma_regularizer: { class_name: "L2", config: { l2: 500 } } } as const;
    expect(main({ ...strong, gamma_constraint: null, step: 60 })).toMatch(
      /^After step 60 γ of alcohol is (−?∞|NaN): the steps before went too far for the layer’s dtype\.$/,
    );
  });

  it("say that a learning rate of 0 moves nothing", () => {
    expect(main({ learning_rate: 0, gamma_constraint: null })).toBe(
      "In step 50 SGD leaves γ of alcohol at 1.18: the step is too small to count.",
    );
  });
});

describe("the words of a parameter that no optimizer moves", () => {
  it.each([
    [
      { optimizer: "none" },
      "Nothing trains γ of alcohol here: with optimizer=none it is 1.18 in all 60 steps.",
    ],
    [
      { trainable: false },
      "trainable=false freezes γ of alcohol at 1.18: the optimizer finds nothing to train.",
    ],
    [
      { scale: false },
      "scale=false: the layer has no γ, so there is nothing to start, to train, to regularize or to constrain.",
    ],
    [
      { center: false, parameter: "beta" },
      "center=false: the layer has no β, so there is nothing to start, to train, to regularize or to constrain.",
    ],
    [
      { parameter: "moving_mean", trainable: false },
      "After step 50 the moving mean of alcohol is 0, as at the start: no batch has moved it, and no optimizer does.",
    ],
  ] as const)("%j", (patch, sentence) => {
    expect(main(patch)).toBe(sentence);
  });

  it("follow the batches", () => {
    expect(main({ parameter: "moving_mean" })).toMatch(
      /^After step 50 the moving mean of alcohol is 1[23]\.\d+, from 0 at the start: each batch moves it 1 − momentum = 0\.1 of the way, and no optimizer does\.$/,
    );
  });

  it("warn of variances below 0", () => {
    expect(all("negative-variance")).toMatch(
      /4\d\.\d\u00a0% of them are below 0, where a variance cannot be: until batches have lifted it, inference mode has no root of it\./,
    );
    expect(figureOf({ parameter: "moving_variance" }).sentences.join()).not.toContain("below 0");
  });
});

describe("the words of a start", () => {
  const startOf = (gamma_initializer: Experiment["gamma_initializer"]): string =>
    figureOf({ gamma_initializer }).sentences.slice(1, 4).join("\n");

  it("name the shape that a scaled variance goes by", () => {
    const words = startOf("glorot_uniform");
    expect(words).toContain("from U[−0.48, 0.48)");
    expect(words).toContain(
      "That variance goes by the shape: of a parameter with 13 numbers fan_in and fan_out are both 13.",
    );
    expect(startOf("random_normal")).not.toContain("fan_in");
  });

  it("name None for what it is", () => {
    expect(all("none-for-beta")).toMatch(/\nnone, which is glorot_uniform, drew −?0\.\d+ for this/);
  });

  it("tell of a seed, and of a cut distribution", () => {
    const words = startOf({ class_name: "TruncatedNormal", config: { mean: 2, seed: 4 } });
    expect(words).toContain("from N(2, 0.05²), drawn again beyond two deviations;");
    expect(words).toContain(
      "The initializer has a seed of its own, so every layer made with it starts like this one; the bars show the seeds that follow.",
    );
  });

  it("tell of a list that each channel has its own", () => {
    const value = Array.from({ length: 13 }, (_, i) => i + 1);
    expect(startOf({ class_name: "Constant", config: { value } })).toMatch(
      /^constant\(value=\[1,2,.*\]\) sets γ to 1 in this channel, whatever the seed\./,
    );
  });
});
