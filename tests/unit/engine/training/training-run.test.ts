import { describe, expect, it } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import type { BatchNormArguments } from "@/engine";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { constant } from "@/engine/spec/constant";
import { trainingRun, trainingSteps } from "@/engine/training/training-run";
import { mean, range, variance } from "../support/naive";
import { weightOf } from "../support/tensors";

const steps = 12;
const width = 3;
const source = syntheticSource(
  {
    kind: "drift",
    means: [0, 5, -20],
    deviations: [1, 2, 10],
    driftPerStep: 0.3,
    degreesOfFreedom: 3,
  },
  6,
  7,
);
const columns = (values: ArrayLike<number>): number[][] =>
  range(width).map((c) => Array.from(values).filter((_, i) => i % width === c));

describe.each<[string, BatchNormArguments]>([
  ["by default", {}],
  ["in float64", { dtype: "float64" }],
  [
    "with momentum 0.5, and other initial values",
    {
      momentum: 0.5,
      gamma_initializer: constant(3),
      beta_initializer: constant(0.1),
      moving_mean_initializer: constant(-0.3),
      moving_variance_initializer: constant(7),
    },
  ],
  ["without center and scale", { center: false, scale: false, epsilon: 0.1 }],
  ["named like a weight", { name: "moving_mean/gamma" }],
  ["with renorm", { renorm: true, renorm_clipping: { rmax: 2, dmax: (step) => step / 10 } }],
  ["with an adjustment", { adjustment: { scale: 0.3, bias: 0.5 } }],
])("a run %s", (_, args) => {
  const dtype = args.dtype ?? "float32";
  const run = trainingRun(args, source, steps);
  const batches = range(steps).map((i) =>
    tensor(source.batch(i + 1).values, { shape: [6, width], dtype }),
  );

  it("records the moving statistics of a loop over the layer, bit for bit", () => {
    const layer = new BatchNormalization(args);
    const found: number[][] = [[], []];
    const record = (): void => {
      found[0]!.push(...weightOf(layer, "moving_mean"));
      found[1]!.push(...weightOf(layer, "moving_variance"));
    };
    layer.build([6, width]);
    record();
    for (const batch of batches) {
      layer.call(batch, { training: true });
      record();
    }
    expect(Array.from(run.statistics.movingMean)).toEqual(found[0]);
    expect(Array.from(run.statistics.movingVariance)).toEqual(found[1]);
  });

  it("records mean, variance, minimum and maximum of each batch, moments within 1e-12 relative", () => {
    const each = batches.flatMap(({ data }) => columns(data));
    const { batchMean, batchVariance, batchMinimum, batchMaximum } = run.statistics;
    const close = { relative: 1e-12, absolute: 1e-12 };
    expect(batchMean).toBeAllClose(each.map(mean), close);
    expect(batchVariance).toBeAllClose(each.map(variance), close);
    expect(Array.from(batchMinimum)).toEqual(each.map((values) => Math.min(...values)));
    expect(Array.from(batchMaximum)).toEqual(each.map((values) => Math.max(...values)));
  });

  it("records the population of each step", () => {
    const populations = range(steps).map((i) => source.population(i + 1));
    const { populationMean, populationVariance } = run.statistics;
    expect(Array.from(populationMean)).toEqual(populations.flatMap((p) => [...p.mean]));
    expect(Array.from(populationVariance)).toEqual(populations.flatMap((p) => [...p.variance]));
  });

  it("inspects any step, in any order, as a direct replay finds it, bit for bit", () => {
    for (const step of [steps, 1, 5, 5, 2]) {
      const layer = new BatchNormalization(args);
      const seen = batches.slice(0, step);
      const outputs = seen.map((batch) => layer.call(batch, { training: true }));
      expect(run.inspect(step)).toMatchObject({
        step,
        batchSize: 6,
        inputs: Float64Array.from(seen.at(-1)!.data),
        trainingOutputs: Float64Array.from(outputs.at(-1)!.data),
        inferenceOutputs: Float64Array.from(layer.call(seen.at(-1)!).data),
      });
    }
  });

  it("is not changed by inspecting", () => {
    const before = structuredClone(run.statistics);
    run.inspect(3);
    expect(run.statistics).toEqual(before);
  });
});

describe("the statistics of a run", () => {
  it("name the channels and the steps, and hold one row per step, one more for moving ones", () => {
    const { statistics } = trainingRun({}, source, 2);
    expect(statistics).toMatchObject({
      steps: 2,
      channels: ["channel 0", "channel 1", "channel 2"],
    });
    expect(statistics.batchMean.length).toBe(2 * width);
    expect(statistics.movingMean.length).toBe(3 * width);
    expect(statistics.movingVariance.length).toBe(3 * width);
  });

  it("start, in row 0, from the initial values", () => {
    const { statistics } = trainingRun(
      { moving_mean_initializer: constant(4), moving_variance_initializer: constant(9) },
      source,
      1,
    );
    expect(Array.from(statistics.movingMean.subarray(0, width))).toEqual([4, 4, 4]);
    expect(Array.from(statistics.movingVariance.subarray(0, width))).toEqual([9, 9, 9]);
  });

  it("hold γ and β of before and after each step, 1 and 0 where the layer has none", () => {
    const given = { gamma_initializer: constant(2), beta_initializer: constant(-1) };
    const parametersOf = (args: BatchNormArguments): number[][] => {
      const { gamma, beta } = trainingRun(args, source, 1).statistics;
      return [Array.from(gamma), Array.from(beta)];
    };
    expect(parametersOf(given)).toEqual([
      [2, 2, 2, 2, 2, 2],
      [-1, -1, -1, -1, -1, -1],
    ]);
    expect(parametersOf({ ...given, scale: false, center: false })).toEqual([
      [1, 1, 1, 1, 1, 1],
      [0, 0, 0, 0, 0, 0],
    ]);
  });

  it("hold the smallest and largest output of each training call", () => {
    const run = trainingRun({ dtype: "float64" }, source, 3);
    const outputs = [1, 2, 3].flatMap((step) => columns(run.inspect(step).trainingOutputs));
    const { trainingMinimum, trainingMaximum } = run.statistics;
    expect(Array.from(trainingMinimum)).toEqual(outputs.map((values) => Math.min(...values)));
    expect(Array.from(trainingMaximum)).toEqual(outputs.map((values) => Math.max(...values)));
  });

  it("draw an adjustment given as data by the run's seed", () => {
    const args = { adjustment: { scale: 0.5, bias: 0 } };
    const largest = (seed: number): number[] =>
      Array.from(trainingRun(args, source, 2, { seed }).statistics.trainingMaximum);
    expect(largest(1)).toEqual(largest(1));
    expect(largest(1)).not.toEqual(largest(2));
  });

  it("come one step at a time, each told of", () => {
    const steps = trainingSteps({}, source, 7);
    expect(Array.from(steps)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("are per column whatever axis says, as a run's batches are tables", () => {
    const expected = trainingRun({}, source, 3).statistics;
    expect(trainingRun({ axis: 0 }, source, 3).statistics).toEqual(expected);
  });
});
