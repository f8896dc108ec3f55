import { describe, expect, it } from "vitest";
import { decode } from "@/components/state/url-codec";
import type { FigureModel } from "@/components/widgets/renorm-clipping/figure-model";
import { figureModel } from "@/components/widgets/renorm-clipping/model";
import { paperSchedule } from "@/components/widgets/renorm-clipping/paper";
import { parts } from "@/components/widgets/renorm-clipping/parts";
import { specimens } from "@/components/widgets/renorm-clipping/specimens";
import { correctionRows } from "@/components/widgets/renorm-clipping/tables";
import { renormClipping } from "@/components/widgets/renorm-clipping/widget";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { tableSource } from "@/engine/data/table-source";
import { layerConfigOf } from "@/engine/spec/experiment";
import { trainingRun } from "@/engine/training/training-run";
import { wine } from "../batch-vs-moving/support";

const start = startOf(renormClipping);

/** The figure of the widget's start with changes, as the worker makes it. */
function figureOf(patch: Partial<Experiment> = {}): FigureModel {
  const experiment = { ...start, ...patch };
  const source = tableSource(wine, experiment.batch_size, experiment.seed);
  const run = trainingRun(layerConfigOf(experiment), source, experiment.steps, {
    profile: experiment.profile,
    seed: experiment.seed,
  });
  return figureModel(experiment, {
    statistics: run.statistics,
    chosen: run.inspect(experiment.step),
  });
}

const specimen = (name: string): FigureModel => {
  const { query } = specimens.find((each) => each.name === name)!;
  return figureOf(decode(Object.fromEntries(new URLSearchParams(query)), start).experiment);
};

describe("the model of renorm", () => {
  it("keeps what was applied inside the bounds, and clips nothing that is inside", () => {
    for (const name of ["clipped-at-times", "schedule-of-the-paper", "older-version"]) {
      const { correction } = specimen(name);
      const { r, d, clipped } = correction!;
      for (const { applied, unclipped, lower, upper } of [r, d]) {
        applied.forEach((value, i) => {
          expect(value).toBeCloseTo(Math.min(Math.max(unclipped[i]!, lower[i]!), upper[i]!), 6);
        });
      }
      const expected = Array.from(r.applied, (_, i) => i + 1).filter((step) =>
        [r, d].some(({ applied, unclipped }) => applied[step - 1] !== unclipped[step - 1]),
      );
      expect(clipped).toEqual(expected);
      expect(clipped.length, name).toBeGreaterThan(0);
      expect(clipped.length, name).toBeLessThan(200);
    }
  });

  it("gives for plain Batch Normalization what a layer without renorm puts out, within 1e-5", () => {
    const { outputs } = figureOf();
    const plain = figureOf({ renorm: false });
    expect(plain.correction).toBeNull();
    expect(outputs.plain).toBeAllClose(plain.outputs.renorm, { relative: 1e-5, absolute: 1e-5 });
  });

  it("explains the outputs of renorm by r and d, within 1e-5", () => {
    const { outputs, correction, step } = figureOf();
    const [r, d] = [correction!.r.applied[step - 1]!, correction!.d.applied[step - 1]!];
    outputs.renorm.forEach((y, i) => expect(y).toBeCloseTo(outputs.plain[i]! * r + d, 5));
  });

  it("keeps its axes while the steps go by", () => {
    const axes = [1, 100, 200].map((step) => {
      const { correction } = figureOf({ step });
      return [correction!.r.domain, correction!.d.domain];
    });
    expect(axes[1]).toEqual(axes[0]);
    expect(axes[2]).toEqual(axes[0]);
  });

  it("writes a row for each step, with its bounds", () => {
    const rows = correctionRows(specimen("schedule-of-the-paper"));
    expect(rows).toHaveLength(200);
    // Step 1 is made with the bounds of 0 calls before it, step 26 with those of 25.
    expect(rows[0]!.slice(5, 8)).toEqual([1, 1, 0]);
    expect(rows[25]!.slice(5, 8)).toEqual([1, 1, 0]);
    const [, , , , , , rmax, dmax] = rows[75]!;
    expect(rmax).toBeCloseTo(1 + (2 * 50) / 175, 12);
    expect(dmax).toBeCloseTo(2.5, 12);
  });
});

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

  it("say when nothing is clipped", () => {
    expect(specimen("not-clipped").sentences[1]).toBe(
      "No step of the run is clipped in this channel.",
    );
  });

  it("tell the two generations apart", () => {
    expect(figureOf().sentences[2]).toContain("averages as they are");
    expect(specimen("older-version").sentences[2]).toContain("debiases the averages");
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

describe("the schedule of the paper", () => {
  it("is drawn together to the run", () => {
    expect(paperSchedule(200)).toEqual({
      rmin: [
        [25, 1],
        [200, 0.333],
      ],
      rmax: [
        [25, 1],
        [200, 3],
      ],
      dmax: [
        [25, 0],
        [125, 5],
      ],
    });
    expect(paperSchedule(40_000).dmax).toEqual([
      [5000, 0],
      [25_000, 5],
    ]);
  });

  it("is the specimen of its name", () => {
    const { query } = specimens.find(({ name }) => name === "schedule-of-the-paper")!;
    const { experiment } = decode(Object.fromEntries(new URLSearchParams(query)), start);
    expect(experiment.renorm_clipping).toEqual(paperSchedule(200));
  });

  it("is a constant in a run of one step", () => {
    expect(paperSchedule(1)).toEqual({
      rmin: [
        [0, 1],
        [1, 0.333],
      ],
      rmax: [
        [0, 1],
        [1, 3],
      ],
      dmax: [
        [0, 0],
        [1, 5],
      ],
    });
  });
});

it("the poster shows the start of the figure", () => {
  expect(parts.model({ ...start, channel: 0 }, parts.poster).sentences).toEqual(
    figureOf().sentences,
  );
});
