import { describe, expect, it } from "vitest";
import { decode } from "@/components/state/url-codec";
import { linearAxis } from "@/components/charts/plot/axis";
import { boxPath } from "@/components/widgets/renorm-clipping/box-path";
import { paperSchedule } from "@/components/widgets/renorm-clipping/paper";
import { parts } from "@/components/widgets/renorm-clipping/parts";
import { specimens } from "@/components/widgets/renorm-clipping/specimens";
import { correctionRows } from "@/components/widgets/renorm-clipping/tables";
import { isSchedule, scheduledAt } from "@/engine/spec/clipping-schedule";
import type { ClippingSchedule } from "@/engine/spec/clipping-schedule";
import { figureOf, specimen, start } from "./support";

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
    const boundsIn = (step: number): readonly unknown[] => rows.at(step - 1)!.slice(5, 8);
    expect(boundsIn(1)).toEqual([1, 1, 0]);
    expect(boundsIn(25)).toEqual([1, 1, 0]);
    const [, rmax, dmax] = boundsIn(75);
    expect(rmax).toBeCloseTo(1 + (2 * 50) / 175, 12);
    expect(dmax).toBeCloseTo(2.5, 12);
    expect(boundsIn(200)).toEqual([0.333, 3, 5]);
  });

  it("has a bound that is given for a step in that step of the time-line, and not before", () => {
    const { experiment } = decode({ renorm_clipping: "rmin:0.999,rmax:1@100~2@101" }, start);
    const { correction } = figureOf(experiment);
    expect([100, 101, 102].map((step) => correction!.r.upper[step - 1])).toEqual([1, 2, 2]);
  });
});

describe("the schedule of the paper", () => {
  it("is drawn together to the run", () => {
    expect(paperSchedule(200)).toEqual({
      rmin: [
        [25, 1],
        [69, 0.667],
        [113, 0.5],
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

  it("keeps rmin within 0.04 of the paper's 1/rmax", () => {
    const bounds = paperSchedule(40_000);
    for (let step = 0; step <= 45_000; step += 250) {
      const rmin = scheduledAt(bounds.rmin as ClippingSchedule, step);
      const rmax = scheduledAt(bounds.rmax as ClippingSchedule, step);
      expect(Math.abs(rmin - 1 / rmax), `step ${step}`).toBeLessThan(0.04);
    }
  });

  it.each([1, 2, 3, 5, 10, 1000])("is a schedule in a run of %d steps too", (steps) => {
    for (const bound of Object.values(paperSchedule(steps))) expect(isSchedule(bound)).toBe(true);
  });
});

describe("dangerous input", () => {
  it("a batch of one has the deviation √ε, and the outputs are β + d", () => {
    const { correction, outputs, step } = figureOf({ batch_size: 1 });
    const d = correction!.d.applied[step - 1]!;
    expect(outputs.plain).toEqual([0]);
    expect(outputs.renorm[0]).toBeCloseTo(d, 6);
  });

  it("without bounds the box is open, and what lies beyond an axis is counted", () => {
    const { correction } = specimen("not-clipped");
    const { r, d, beyond } = correction!;
    const isBeyond = ({ unclipped, domain }: typeof r, i: number): boolean =>
      unclipped[i]! < domain[0] || unclipped[i]! > domain[1];
    const expected = Array.from(r.unclipped.keys()).filter((i) => isBeyond(r, i) || isBeyond(d, i));
    expect(beyond).toBe(expected.length);
    const [x, y] = [linearAxis([-1, 3], "right"), linearAxis([-2, 2], "up")];
    expect(boxPath({ r: [-Infinity, Infinity], d: [-Infinity, Infinity] }, x, y)).toBe("");
    // rmin at a quarter of the width, from the bottom to the top.
    expect(boxPath({ r: [0, Infinity], d: [-Infinity, Infinity] }, x, y)).toBe("M250,1000L250,0");
    expect(boxPath({ r: [0, 2], d: [-1, 1] }, x, y)).toBe(
      "M250,750L750,750M250,250L750,250M250,750L250,250M750,750L750,250",
    );
  });

  it("with ghost batches the statistics are the averages that renorm compares, within 1e-5", () => {
    const clipping = { renorm_clipping: null, virtual_batch_size: 4, batch_size: 16 };
    const { correction, mean, variance, epsilon, step } = figureOf(clipping);
    const before = figureOf({ ...clipping, step: step - 1 });
    const [r, d] = [correction!.r.applied[step - 1]!, correction!.d.applied[step - 1]!];
    const sigma = Math.sqrt(variance + epsilon) / r;
    const past = before.correction!;
    const pastSigma = Math.sqrt(before.variance + epsilon) / past.r.applied[before.step - 1]!;
    const pastMean = before.mean - past.d.applied[before.step - 1]! * pastSigma;
    // The averages of a step are those of the step before, moved by 1 − 0.95 towards its batch.
    expect(mean - d * sigma).toBeCloseTo(0.95 * pastMean + 0.05 * before.mean, 4);
    expect(sigma).toBeCloseTo(0.95 * pastSigma + 0.05 * Math.sqrt(before.variance + epsilon), 5);
  });
});

it("the poster shows the start of the figure", () => {
  expect(parts.model({ ...start, channel: 0 }, parts.poster).sentences).toEqual(
    figureOf().sentences,
  );
});
