import { describe, expect, it } from "vitest";
import { mostMultiples, multiplesOf } from "@/components/widgets/batch-vs-moving/multiples";
import { figureOf, ran, wine } from "./support";

describe("the channels side by side", () => {
  it("are drawn only when asked for", () => {
    expect(figureOf().multiples).toBeNull();
    expect(figureOf({ all_channels: true }).multiples?.channels).toHaveLength(13);
  });

  it("are all of the run, the chosen one marked, each with its own series", () => {
    const { multiples } = figureOf({ all_channels: true, channel: 3, steps: 20, step: 7 });
    if (multiples === null) throw new Error("none");
    expect(multiples.channels.map(({ name }) => name)).toEqual(wine.columns);
    expect(multiples.channels.filter(({ isChosen }) => isChosen).map(({ name }) => name)).toEqual([
      wine.columns[3],
    ]);
    for (const { channel, mean, variance } of multiples.channels) {
      const alone = figureOf({ channel, steps: 20, step: 7 });
      expect(mean).toEqual(alone.mean);
      expect(variance).toEqual(alone.variance);
    }
    expect(multiples).toMatchObject({ count: 13, earlier: null, later: null });
  });

  it("come in windows where there are many, around the chosen one", () => {
    const { statistics } = ran({ steps: 2, step: 1 }).run;
    const many = {
      ...statistics,
      channels: Array.from({ length: 40 }, (_, i) => `c${i}`),
    };
    const firsts = [0, 15, 16, 39].map((chosen) => {
      const { channels, earlier, later, count } = multiplesOf(many, chosen, 1);
      expect(count).toBe(40);
      expect(channels.some(({ isChosen, channel }) => isChosen && channel === chosen)).toBe(true);
      return [channels[0]?.channel, channels.length, earlier, later];
    });
    expect(firsts).toEqual([
      [0, mostMultiples, null, 16],
      [0, mostMultiples, null, 16],
      [16, mostMultiples, 0, 32],
      [32, 8, 16, null],
    ]);
  });
});

describe("the moving variance if fused", () => {
  it("holds more by Bessel's correction once the start is forgotten", () => {
    const figure = figureOf({ batch_size: 4, momentum: 0.5, steps: 60, step: 60 });
    const { fused, variance } = figure;
    expect((fused?.after ?? NaN) / variance.chosen.after).toBeCloseTo(4 / 3, 5);
    expect(figure.sentences.at(-1)).toMatch(
      /^Had the layer been given inputs of rank 4, it would be fused and store v · 4\/3, 33\.3\u00a0% more: a moving variance of \d[\d.]* in place of \d[\d.]*\.$/,
    );
  });

  it("is told only where the correction can be seen, and of no layer that could not be fused", () => {
    const said = (patch: Parameters<typeof figureOf>[0]) =>
      figureOf(patch).sentences.some((sentence) => sentence.startsWith("Had the layer"));
    expect(said({ batch_size: 21 })).toBe(true);
    expect(said({ batch_size: 22 })).toBe(false);
    expect(said({ batch_size: 4, renorm: true })).toBe(false);
    expect(figureOf({ batch_size: 4, renorm: true }).fused).toBeNull();
    expect(figureOf({ trainable: false }).fused).toBeNull();
  });
});
