import { expect, it } from "vitest";
import { sgd } from "@/engine";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { constant } from "@/engine/spec/constant";
import { freezingRecorder } from "@/engine/training/freezing-recorder";
import { trainingRun } from "@/engine/training/training-run";
import type { RunOptions } from "@/engine/training/training-run";

const source = syntheticSource(
  { kind: "gaussian", means: [3, -8], deviations: [1, 4], driftPerStep: 0, degreesOfFreedom: 3 },
  5,
  1,
);

it("a frozen layer keeps its initial statistics at every step", () => {
  const { statistics } = trainingRun(
    {
      trainable: false,
      moving_mean_initializer: constant(0.5),
      moving_variance_initializer: "zeros",
    },
    source,
    20,
  );
  expect(new Set(statistics.movingMean)).toEqual(new Set([0.5]));
  expect(new Set(statistics.movingVariance)).toEqual(new Set([0]));
  expect(statistics.movingMean.length).toBe(42);
});

it("a frozen layer gives the same outputs in training as in inference", () => {
  const { trainingOutputs, inferenceOutputs } = trainingRun(
    { trainable: false },
    source,
    3,
  ).inspect(2);
  expect(trainingOutputs).toEqual(inferenceOutputs);
});

it("momentum 1 keeps the initial statistics too, but still normalizes with the batch's own", () => {
  const run = trainingRun({ momentum: 1 }, source, 20);
  expect(new Set(run.statistics.movingMean)).toEqual(new Set([0]));
  const { trainingOutputs, inferenceOutputs } = run.inspect(20);
  expect(trainingOutputs).not.toEqual(inferenceOutputs);
});

const width = 2;
const rowsOf = (values: Float64Array): readonly string[] =>
  Array.from({ length: values.length / width }, (_, row) =>
    values.slice(row * width, (row + 1) * width).join(),
  );
const frozenFrom = (from: number | null, options: RunOptions = {}) =>
  trainingRun({}, source, 10, { frozenFrom: from, ...options });

it("a layer that is frozen from a step on trains until then and stands still after it", () => {
  const optimizer = sgd({ learning_rate: 0.1 });
  const free = frozenFrom(null, { optimizer }).statistics;
  const { movingMean, gamma, movingVariance } = frozenFrom(5, { optimizer }).statistics;
  for (const [frozen, trained] of [
    [movingMean, free.movingMean],
    [gamma, free.gamma],
    [movingVariance, free.movingVariance],
  ] as const) {
    expect(rowsOf(frozen).slice(0, 5)).toEqual(rowsOf(trained).slice(0, 5));
    expect(new Set(rowsOf(frozen).slice(4)).size).toBe(1);
    expect(new Set(rowsOf(trained)).size).toBe(11);
  }
});

it("its steps are inspected as they were, before and after, in any order", () => {
  const run = frozenFrom(5);
  expect([7, 4, 5, 3].map((step) => run.inspect(step).usesBatch)).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect(run.layerAt(4).trainable).toBe(true);
  expect(run.layerAt(5).trainable).toBe(false);
});

it("a layer that is not trainable stays so, whatever the step", () => {
  const args = { trainable: false };
  const never = trainingRun(args, source, 10, { frozenFrom: 5 }).statistics;
  expect(never).toEqual(trainingRun(args, source, 10).statistics);
});

it("an observer sees every step, and the run is the same with it and without", () => {
  const seen: number[] = [];
  const { observe, history } = freezingRecorder(10, width);
  const run = frozenFrom(5, {
    observe: (observed) => {
      seen.push(observed.step);
      observe(observed);
    },
  });
  expect(run.statistics).toEqual(frozenFrom(5).statistics);
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const { training, inference } = history;
  expect(rowsOf(training.mean).slice(4)).toEqual(rowsOf(inference.mean).slice(4));
  for (const step of [2, 8]) {
    const { trainingOutputs, inferenceOutputs } = run.inspect(step);
    for (const [recorded, outputs] of [
      [training, trainingOutputs],
      [inference, inferenceOutputs],
    ] as const) {
      const column = [...outputs].filter((_, i) => i % width === 1);
      const mean = column.reduce((sum, y) => sum + y, 0) / column.length;
      const variance = column.reduce((sum, y) => sum + (y - mean) ** 2, 0) / column.length;
      const at = (step - 1) * width + 1;
      expect(recorded.mean[at]).toBeAllClose(mean, { absolute: 1e-12 });
      expect(recorded.deviation[at]).toBeAllClose(Math.sqrt(variance), { absolute: 1e-12 });
    }
  }
});
