import { describe, expect, it } from "vitest";
import { landmarksOf } from "@/components/measures/landmarks";
import { stepsUntilLeft } from "@/components/measures/moving-average";
import { ran, tableOf } from "../widgets/batch-vs-moving/support";

describe("the landmarks of a run", () => {
  it("say when the moving mean has gone 99 % of its way", () => {
    const { statistics } = ran({ momentum: 0.9 }).run;
    const arrived = landmarksOf(statistics, 0, 0.001);
    expect(arrived.map(({ name }) => name)).toEqual(["moving mean within 1 %"]);
    const { step } = arrived[0]!;
    const width = statistics.channels.length;
    const left = (t: number): number =>
      Math.abs(statistics.movingMean[t * width]! - statistics.populationMean[0]!) /
      Math.abs(statistics.populationMean[0]!);
    expect(left(step)).toBeLessThanOrEqual(0.01);
    for (let t = 0; t < step; t++) expect(left(t)).toBeGreaterThan(0.01);
  });

  it("are none of a run too short for its momentum", () => {
    expect(landmarksOf(ran({}).run.statistics, 0, 0.001)).toEqual([]);
  });

  it("find the first clip and the first number that is not finite, in order", () => {
    const values = Array.from({ length: 40 }, (_, i) => (i === 30 ? Infinity : i));
    const run = ran(
      {
        data: "own",
        batch_size: 4,
        steps: 10,
        step: 1,
        renorm: true,
        renorm_clipping: { dmax: 0.5 },
      },
      tableOf("x", values),
    ).run;
    const found = landmarksOf(run.statistics, 0, 0.001);
    const began = run.statistics.batchMean.findIndex((mean) => !Number.isFinite(mean)) + 1;
    expect(found).toEqual([
      { name: "first clip", step: 1 },
      { name: "first NaN", step: began },
    ]);
  });
});

describe("how long a start is remembered", () => {
  it.each([
    [0.99, 459],
    [0.9, 44],
    [0.5, 7],
    [0, 1],
    [1, Infinity],
  ])("at momentum %d less than 1 %% is left after %d steps", (momentum, steps) => {
    expect(stepsUntilLeft(momentum, 0.01)).toBe(steps);
    if (Number.isFinite(steps) && steps > 1) {
      expect(momentum ** steps).toBeLessThanOrEqual(0.01);
      expect(momentum ** (steps - 1)).toBeGreaterThan(0.01);
    }
  });
});
