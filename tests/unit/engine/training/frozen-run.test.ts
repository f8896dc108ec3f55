import { expect, it } from "vitest";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { constant } from "@/engine/spec/constant";
import { trainingRun } from "@/engine/training/training-run";

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
