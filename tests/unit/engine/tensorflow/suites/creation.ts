import { expect } from "vitest";
import type { BatchNormalization } from "@/engine";
import { weightCounts, weightNames } from "../support/layers";

/** The layers that TensorFlow's tests of creation make for inputs (5, 4, 3), and the weights that each has. */
export const creationCases = [
  {
    test: "testCreateBN",
    args: { axis: 1 },
    names: ["gamma", "beta", "moving_mean", "moving_variance"],
  },
  {
    test: "testNoCenter",
    args: { axis: 1, center: false },
    names: ["gamma", "moving_mean", "moving_variance"],
  },
  {
    test: "testNoScale",
    args: { axis: 1, scale: false },
    names: ["beta", "moving_mean", "moving_variance"],
  },
];

/** Whether the weights are these, one per channel, all trainable but the two moving statistics. */
export function expectWeights(layer: BatchNormalization, names: readonly string[]): void {
  expect(weightNames(layer)).toEqual(names);
  expect(weightCounts(layer)).toEqual([names.length, names.length - 2, 2]);
  expect(layer.weights.map(({ value }) => value.shape)).toEqual(names.map(() => [4]));
  expect(layer.weights.map(({ trainable }) => trainable)).toEqual(
    names.map((name) => !name.startsWith("moving")),
  );
}

const sum = (weight: Float64Array): number => weight.reduce((total, value) => total + value, 0);

/** 0.1·Σw, of which a layer for 4 channels has so much at first. */
export const regularizerCases = [
  { test: "testRegularizers", name: "beta", loss: 0 },
  { test: "testRegularizers", name: "gamma", loss: 0.4 },
] as const;

export const tenthOfSum = (weight: Float64Array): number => 0.1 * sum(weight);

/** The functions that TensorFlow's test takes for constraints: w/Σw for gamma, w/max w for beta. */
export const constraints = {
  gamma_constraint: (weight: Float64Array): Float64Array =>
    weight.map((value) => value / sum(weight)),
  beta_constraint: (weight: Float64Array): Float64Array =>
    weight.map((value) => value / Math.max(...weight)),
};

/** Whether gamma and beta, and no other weights, have those constraints. */
export function expectConstraints(layer: BatchNormalization): void {
  expect(layer.weights.map(({ constraint }) => constraint?.given)).toEqual([
    constraints.gamma_constraint,
    constraints.beta_constraint,
    undefined,
    undefined,
  ]);
}
