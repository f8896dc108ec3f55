import { describe, expect, it } from "vitest";
import { syntheticSource } from "@/engine/data/synthetic-source";
import type { SyntheticSettings } from "@/engine/data/synthetic-source";
import type { Batch } from "@/engine/data/batch-source";
import { mean, range, variance } from "../support/naive";

const settings = (given: Partial<SyntheticSettings> = {}): SyntheticSettings => ({
  kind: "gaussian",
  means: [0, 5, -20],
  deviations: [1, 2, 10],
  driftPerStep: 0.5,
  degreesOfFreedom: 5,
  ...given,
});
const channelsOf = ({ values }: Batch, width: number): number[][] =>
  range(width).map((c) => Array.from(values).filter((_, i) => i % width === c));

const kinds = ["gaussian", "drift", "heavy-tail", "constant"] as const;

describe.each(kinds)("a synthetic source of kind %s", (kind) => {
  it("gives the same batch for the same step, in any order of asking", () => {
    const steps = range(10).map((i) => i + 1);
    const source = syntheticSource(settings({ kind }), 8, 3);
    const expected = steps.map((step) => source.batch(step));
    const again = syntheticSource(settings({ kind }), 8, 3);
    expect(steps.toReversed().map((step) => again.batch(step))).toEqual(expected.toReversed());
  });

  it("gives other batches at other steps and for other seeds", () => {
    const source = syntheticSource(settings({ kind }), 8, 3);
    expect(source.batch(2)).not.toEqual(source.batch(1));
    expect(syntheticSource(settings({ kind }), 8, 4).batch(1)).not.toEqual(source.batch(1));
  });

  it("has as many channels as means, and batches of batchSize rows without labels", () => {
    const source = syntheticSource(settings({ kind }), 8, 3);
    expect(source).toMatchObject({
      channels: ["channel 0", "channel 1", "channel 2"],
      batchSize: 8,
    });
    const batch = source.batch(1);
    expect(batch.values.length).toBe(24);
    expect(Object.keys(batch)).toEqual(["values"]);
  });

  it("draws 40,000 rows with the population's mean and variance, within 0.03 and 6 % of a deviation", () => {
    const source = syntheticSource(settings({ kind }), 40_000, 1);
    const channels = channelsOf(source.batch(4), 3);
    const population = source.population(4);
    channels.forEach((values, c) => {
      const [exactMean, exactVariance] = [population.mean[c]!, population.variance[c]!];
      expect([mean(values)]).toBeAllClose([exactMean], {
        absolute: 0.03 * Math.sqrt(exactVariance),
      });
      expect([variance(values)]).toBeAllClose([exactVariance], { relative: 0.06 });
    });
  });
});

describe("the population of a synthetic source", () => {
  it.each(["gaussian", "heavy-tail"] as const)(
    "of kind %s is what was set, at every step",
    (kind) => {
      const source = syntheticSource(settings({ kind }), 2, 1);
      for (const step of [1, 50]) {
        expect(source.population(step)).toEqual({
          mean: Float64Array.of(0, 5, -20),
          variance: Float64Array.of(1, 4, 100),
        });
      }
    },
  );

  it("of kind drift moves by driftPerStep deviations after each step", () => {
    const source = syntheticSource(settings({ kind: "drift" }), 2, 1);
    expect([1, 2, 11].map((step) => Array.from(source.population(step).mean))).toEqual([
      [0, 5, -20],
      [0.5, 6, -15],
      [5, 15, 30],
    ]);
    expect(source.population(11).variance).toEqual(Float64Array.of(1, 4, 100));
  });

  it("of kind constant has no variance in the first channel, whose values are all its mean", () => {
    const source = syntheticSource(settings({ kind: "constant", means: [0.1, 5] }), 6, 1);
    expect(source.population(3)).toEqual({
      mean: Float64Array.of(0.1, 5),
      variance: Float64Array.of(0, 4),
    });
    const [first, second] = channelsOf(source.batch(3), 2);
    expect(first).toEqual([0.1, 0.1, 0.1, 0.1, 0.1, 0.1]);
    expect(new Set(second).size).toBe(6);
  });

  it("repeats a short list of deviations, and ignores what is too long", () => {
    const variances = (deviations: number[]): number[] =>
      Array.from(
        syntheticSource(settings({ means: [0, 0, 0, 0, 0], deviations }), 1, 1).population(1)
          .variance,
      );
    expect(variances([1, 2])).toEqual([1, 4, 1, 4, 1]);
    expect(variances([1, 2, 3, 4, 5, 6])).toEqual([1, 4, 9, 16, 25]);
  });
});

describe("the kinds", () => {
  it("drift is the Gaussian stream plus the drift, within 1e-12", () => {
    const [still, moving] = (["gaussian", "drift"] as const).map((kind) =>
      syntheticSource(settings({ kind }), 4, 1),
    );
    const shift = [1.5, 3, 15];
    expect(moving!.batch(4).values).toBeAllClose(
      still!.batch(4).values.map((value, i) => value + shift[i % 3]!),
      { absolute: 1e-12 },
    );
  });

  it("a heavy tail has at least ten times as many values beyond 4 deviations as a Gaussian", () => {
    const beyond = (kind: "gaussian" | "heavy-tail"): number => {
      const one = settings({ kind, means: [0], deviations: [1], degreesOfFreedom: 3 });
      const { values } = syntheticSource(one, 50_000, 1).batch(1);
      return values.filter((value) => Math.abs(value) > 4).length;
    };
    expect(beyond("gaussian")).toBeLessThan(20);
    expect(beyond("heavy-tail")).toBeGreaterThan(200);
  });
});
