import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { formatNumber } from "@/components/charts/format/number";
import { Figure } from "@/components/widgets/renorm-clipping/figure";
import type { FigureModel } from "@/components/widgets/renorm-clipping/figure-model";
import { Reading } from "@/components/widgets/renorm-clipping/reading";
import { constant, figureOf, specimen } from "./support";

describe("the words of renorm", () => {
  it("give the chosen step's correction, and how often it is clipped", () => {
    const { sentences } = figureOf();
    expect(sentences[0]).toMatch(
      /^In step 120 renorm corrects alcohol by r = [\d.]+(, clipped from [\d.]+)?, and d = −?[\d.]+(, clipped from −?[\d.]+)?\.$/,
    );
    expect(sentences[1]).toMatch(
      /^[\d.]+\u00a0% of the steps are clipped in this channel, step 1 the first\.$/,
    );
  });

  it("call it plain Batch Normalization when the bounds leave nothing", () => {
    const { sentences, outputs } = specimen("clipped-to-nothing");
    expect(sentences[1]).toBe(
      "The bounds leave r = 1 and d = 0 in every step: this is plain Batch Normalization.",
    );
    expect(outputs.renorm).toBeAllClose(outputs.plain, { relative: 1e-5, absolute: 1e-5 });
  });

  it("do not call it plain where only rmax and dmax are closed, or where nothing is corrected yet", () => {
    const half = figureOf({ renorm_clipping: { rmax: 1, dmax: 0 } });
    expect(half.sentences[1]).toMatch(/of the steps are clipped in this channel/);
    const first = figureOf({ profile: "tf-1.14-v2", steps: 1, step: 1, renorm_clipping: null });
    expect(first.sentences[1]).toBe("No step of the run is clipped in this channel.");
  });

  it("say when nothing is clipped", () => {
    expect(specimen("not-clipped").sentences[1]).toBe(
      "No step of the run is clipped in this channel.",
    );
  });

  it("tell the two generations apart", () => {
    const asked = ({ correction }: FigureModel, step: number): string =>
      ["r", "d"]
        .map((part) => correction![part as "r" | "d"].unclipped[step - 1]!)
        .map((value) => formatNumber(value, 3))
        .join(" and d = ");
    const newer = figureOf();
    expect(newer.sentences[2]).toBe(
      `This version corrects towards averages as they are, which begin at 0 and 1: step 1 asks for r = ${asked(newer, 1)}, step 200 for r = ${asked(newer, 200)}.`,
    );
    const older = specimen("older-version");
    expect(older.sentences[2]).toBe(
      `This version fills up what its averages lack with the batch itself until they have gathered weight: step 1 asks for r = 1 and d = 0, step 200 for r = ${asked(older, 200)}.`,
    );
    expect(older.correction!.r.unclipped[0]).toBeCloseTo(1, 6);
    expect(older.correction!.d.unclipped[0]).toBeCloseTo(0, 6);
  });

  it("do not say that averages settle which never move", () => {
    expect(figureOf({ renorm_momentum: 1 }).sentences[2]).toMatch(
      /^This version corrects towards averages as they are, which at renorm_momentum 1 stay at the 0 and 1 they begin with: step 1 asks for r = [\d.]+ and d = [\d.]+, step 200 for r = [\d.]+ and d = [\d.]+\.$/,
    );
    const older = figureOf({ renorm_momentum: 1, profile: "tf-1.14-v2" });
    expect(older.sentences[2]).toBe(
      "This version fills up what its averages lack with the batch itself, and at renorm_momentum 1 they never gather weight: step 1 asks for r = 1 and d = 0, step 200 for r = 1 and d = 0.",
    );
  });

  it("name the rule where bounds cross, and refuse nothing", () => {
    const crossed = figureOf({ renorm_clipping: { rmin: 3, rmax: 0.5, dmax: -1 } });
    expect(crossed.sentences).toContain(
      "In every step rmin = 3 is above rmax = 0.5: r is raised to rmin first and lowered to rmax after that, so rmax wins and r is 0.5.",
    );
    expect(crossed.sentences).toContain(
      "In every step dmax = −1 is negative: d is raised to −dmax = 1 first and lowered to dmax after that, so d is −1, whatever the batch.",
    );
    expect(new Set(crossed.correction!.r.applied)).toEqual(new Set([0.5]));
    expect(new Set(crossed.correction!.d.applied)).toEqual(new Set([-1]));
    const later = figureOf({
      renorm_clipping: {
        rmin: 1,
        rmax: [
          [150, 1],
          [200, 0.5],
        ],
      },
    });
    expect(later.sentences).toContain(
      "In step 151 rmin = 1 is above rmax = 0.99: r is raised to rmin first and lowered to rmax after that, so rmax wins and r is 0.99.",
    );
    for (const { sentences } of [figureOf(), specimen("schedule-of-the-paper")]) {
      expect(sentences.join(" ")).not.toMatch(/is above|is negative/);
    }
  });

  it("compare nothing with what is not finite", () => {
    const { sentences } = figureOf({ epsilon: 0, data: "constant" }, constant);
    expect(sentences.at(-1)).toBe(
      "Training outputs of this batch are not finite, nor would those of plain Batch Normalization be: variance and epsilon are both 0.",
    );
  });

  it.each([
    [
      { renorm: false },
      "Renorm is off: r is 1, d is 0, and training outputs are those of plain Batch Normalization.",
    ],
    [
      { trainable: false },
      "A frozen layer runs in inference mode, so there is no batch to correct.",
    ],
  ])("say why there is no correction: %o", (patch, sentence) => {
    expect(figureOf(patch).sentences).toEqual([sentence]);
  });
});

const read = (model: FigureModel): string =>
  renderToStaticMarkup(createElement(Reading, { model }))
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
const drawn = (model: FigureModel): string =>
  renderToStaticMarkup(createElement(Figure, { model, onChange: () => undefined }));

describe("the reading of renorm", () => {
  it("has the averages that the run kept, whatever the batch", () => {
    const constantly = figureOf({ epsilon: 0 }, constant);
    expect(constantly.averages!.mean).toBeCloseTo(3 * (1 - 0.95 ** 119), 4);
    expect(constantly.averages!.deviation).toBeCloseTo(0.95 ** 119, 6);
    expect(read(constantly)).not.toMatch(/against (NaN|−?∞)/);
    expect(read(figureOf({ renorm_momentum: 1 }))).toMatch(
      /mean [\d.]+ against 0 deviation [\d.]+ against 1 /,
    );
  });

  it("writes a negative term with one sign", () => {
    const text = read(figureOf());
    expect(text).not.toMatch(/\+ −/);
    expect(text).toMatch(/x̂ · r \+ d \(?−?[\d.]+\)? · [\d.]+ [+−] [\d.]+ = /);
  });
});

describe("the schedule of the paper", () => {
  it("is offered where it would change something, and named where it is in use", () => {
    expect(drawn(figureOf())).toContain("Use the schedule of the paper");
    const used = drawn(specimen("schedule-of-the-paper"));
    expect(used).not.toContain("Use the schedule of the paper");
    expect(used).toContain("The bounds follow the schedule of the paper");
    for (const idle of [{ renorm: false }, { trainable: false }]) {
      expect(drawn(figureOf(idle))).not.toContain("schedule of the paper");
    }
  });
});
