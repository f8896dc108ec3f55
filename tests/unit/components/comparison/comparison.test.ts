import { describe, expect, it } from "vitest";
import { areAlike, comparisonOf } from "@/components/comparison/comparison";
import type { Shown } from "@/components/comparison/comparison";
import { changesSentence, comparisonSentences } from "@/components/comparison/sentences";
import type { Experiment } from "@/engine/spec/experiment";
import { ran } from "../widgets/batch-vs-moving/support";

const shown = (patch: Partial<Experiment>): Shown => {
  const { experiment, run } = ran(patch);
  const { statistics } = run;
  return { experiment, result: { statistics, chosen: run.inspect(experiment.step) } };
};

const first = shown({ momentum: 0.99 });
const second = shown({ momentum: 0.9 });

describe("two configurations on the same data", () => {
  it("have every number of the chosen step beside each other", () => {
    const { numbers, step } = comparisonOf(first, second, 1);
    const width = first.result.statistics.channels.length;
    const find = (name: string) => numbers.find((number) => number.name === name)!;
    expect(find("batch mean").first).toBe(find("batch mean").second);
    for (const [which, run] of [
      ["first", first],
      ["second", second],
    ] as const) {
      const { statistics, chosen } = run.result;
      expect(find("moving mean")[which]).toBe(statistics.movingMean[step * width + 1]);
      expect(find("moving variance")[which]).toBe(statistics.movingVariance[step * width + 1]);
      const outputs = Array.from(
        { length: chosen.batchSize },
        (_, i) => chosen.inferenceOutputs[i * width + 1]!,
      );
      const mean = outputs.reduce((sum, y) => sum + y, 0) / outputs.length;
      expect(find("mean of inference outputs")[which]).toBeCloseTo(mean, 12);
      const gap =
        outputs.reduce(
          (sum, y, i) => sum + Math.abs(y - chosen.trainingOutputs[i * width + 1]!),
          0,
        ) / outputs.length;
      expect(find("mean distance between the modes")[which]).toBeCloseTo(gap, 12);
    }
  });

  it("have their moving statistics subtracted at every step", () => {
    const { mean, variance, steps } = comparisonOf(first, second, 0);
    for (const series of [mean, variance]) {
      expect(series.difference).toHaveLength(steps + 1);
      series.difference.forEach((value, t) => {
        expect(value).toBe(series.second[t]! - series.first[t]!);
      });
    }
    expect(mean.difference[0]).toBe(0);
    expect(mean.difference[50]).not.toBe(0);
  });

  it("are the same where they are equal", () => {
    const comparison = comparisonOf(first, shown({ momentum: 0.99 }), 0);
    expect(comparison.changes).toEqual([]);
    for (const number of comparison.numbers) expect(number.second).toBe(number.first);
    expect(comparison.mean.difference.every((value) => value === 0)).toBe(true);
    expect(comparisonSentences(comparison)).toEqual([]);
  });

  it("are told apart by what differs, as links write it", () => {
    const other = shown({ momentum: 0.9, renorm: true, renorm_clipping: { rmax: 3 } });
    expect(comparisonOf(first, other, 0).changes).toEqual([
      { name: "momentum", first: "0.99", second: "0.9" },
      { name: "renorm", first: "false", second: "true" },
      { name: "renorm_clipping", first: "none", second: "rmax:3" },
    ]);
  });

  it("are compared over the same steps and channels only", () => {
    expect(areAlike(first.result, second.result)).toBe(true);
    expect(areAlike(first.result, shown({ step: 7 }).result)).toBe(false);
    expect(areAlike(first.result, shown({ steps: 60 }).result)).toBe(false);
  });
});

describe("the sentences of a comparison", () => {
  it("say what differs and which agrees better", () => {
    const comparison = comparisonOf(first, second, 0);
    expect(changesSentence(comparison.changes)).toBe(
      "The second configuration has momentum 0.9 instead of 0.99.",
    );
    const [gap, mean] = comparisonSentences(comparison);
    expect(gap).toMatch(
      /^In step 50 an example’s output in inference mode is on average [\d.]+ from that in training mode with the first, and [\d.]+ with the second: the second’s modes agree better\.$/,
    );
    expect(mean).toMatch(
      /^After step 50 the moving mean of .+ is [\d.]+ with the first and [\d.]+ with the second; the second is nearer to the population’s [\d.]+\.$/,
    );
  });

  it("turn round with the two", () => {
    const [gap] = comparisonSentences(comparisonOf(second, first, 0));
    expect(gap).toMatch(/the first’s modes agree better\.$/);
  });

  it("invite to a change where nothing differs", () => {
    expect(changesSentence([])).toBe(
      "The second configuration is still like the first: change one of its arguments.",
    );
  });

  it("name equal moving means as equal", () => {
    const [, mean] = comparisonSentences(comparisonOf(first, shown({ epsilon: 0.5 }), 0));
    expect(mean).toMatch(/^Their moving means of .+ are equal after step 50: [\d.]+\.$/);
  });

  it("claim nothing about numbers that are not finite", () => {
    const failed = shown({ moving_variance_initializer: "zeros", epsilon: 0, trainable: false });
    const [gap] = comparisonSentences(comparisonOf(first, failed, 0));
    expect(gap).not.toMatch(/agree better/);
  });
});
