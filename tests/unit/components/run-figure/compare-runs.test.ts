import { describe, expect, it } from "vitest";
import type { Comparison } from "@/components/comparison/comparison";
import { compareRuns } from "@/components/run-figure/compare-runs";
import { constant } from "@/engine/spec/constant";
import type { Experiment } from "@/engine/spec/experiment";
import { ran } from "../widgets/batch-vs-moving/support";

const shown = (patch: Partial<Experiment>) => {
  const { experiment, run } = ran(patch);
  const { statistics } = run;
  return { experiment, result: { statistics, chosen: run.inspect(experiment.step) } };
};

type Shown = ReturnType<typeof shown>;

const first = shown({ momentum: 0.99 });
const second = shown({ momentum: 0.9 });
const wider = shown({ gamma_initializer: constant(3) });

function compared(one: Shown, two: Shown, place: number): Comparison {
  const comparison = compareRuns({ shown: one, place }, { shown: two, place });
  if (comparison === null) throw new Error("the runs are not alike");
  return comparison;
}

describe("two runs on the same data", () => {
  it("have every number of the chosen step beside each other", () => {
    const { values, course } = compared(first, second, 1);
    const { step } = course!;
    const width = first.result.statistics.channels.length;
    const find = (name: string) => values.find((value) => value.name === name)!;
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

  it("have the moving statistics of each over the steps", () => {
    const { series, steps } = compared(first, second, 1).course!;
    expect(series.map(({ name }) => name)).toEqual(["moving mean", "moving variance"]);
    for (const [i, field] of (["movingMean", "movingVariance"] as const).entries()) {
      const rows = first.result.statistics[field];
      const width = rows.length / (steps + 1);
      const own = Float64Array.from({ length: steps + 1 }, (_, t) => rows[t * width + 1]!);
      expect(series[i]!.first).toEqual(own);
      expect(series[i]!.second).toHaveLength(steps + 1);
    }
    expect(series[0]!.difference[0]).toBe(0);
    expect(series[0]!.difference[50]).not.toBe(0);
  });

  it("leave out what is the same at every step", () => {
    const { values, course, sentences } = compared(first, shown({ momentum: 0.99 }), 0);
    for (const value of values) expect(value.second).toBe(value.first);
    expect(course).toBeNull();
    expect(sentences[1]).toBe(
      "Their moving statistics of alcohol and its γ and β are the same at every step.",
    );
    expect(compared(first, wider, 0).course!.series.map(({ name }) => name)).toEqual(["gamma"]);
  });

  it.each([{ step: 7 }, { steps: 60 }, { data: "drift" }] as const)(
    "are not compared where the second has %j",
    (patch) => {
      expect(compareRuns({ shown: first, place: 0 }, { shown: shown(patch), place: 0 })).toBeNull();
    },
  );
});

describe("the sentences", () => {
  it("say which modes agree better and which mean is nearer", () => {
    const [gap, mean] = compared(first, second, 0).sentences;
    expect(gap).toMatch(
      /^In step 50 an example’s output in inference mode is on average [\d.]+ from that in training mode with the first, and [\d.]+ with the second: the second’s modes agree better\.$/,
    );
    expect(mean).toMatch(
      /^After step 50 the moving mean of .+ is [\d.]+ with the first and [\d.]+ with the second; the second is nearer to the population’s [\d.]+\.$/,
    );
  });

  it("turn round with the two", () => {
    expect(compared(second, first, 0).sentences[0]).toMatch(/the first’s modes agree better\.$/);
  });

  it("name equal moving means as equal", () => {
    expect(compared(first, wider, 0).sentences[1]).toMatch(
      /^Their moving means of .+ are equal after step 50: [\d.]+\.$/,
    );
  });

  it("claim nothing about numbers that are not finite", () => {
    const failed = shown({ moving_variance_initializer: "zeros", epsilon: 0, trainable: false });
    expect(compared(first, failed, 0).sentences[0]).not.toMatch(/agree better/);
  });
});
