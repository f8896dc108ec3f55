import { expect } from "vitest";
import type { BatchNormalization, Tensor } from "@/engine";
import { grouped, mean, naiveChannels, variance } from "../../support/naive";
import { weightOf } from "../../support/tensors";
import type { CalledLayer } from "./called-layer";
import { tensorOf } from "./layers";
import { uniform } from "./numbers";

/** Uniform numbers in [100, 101). */
export const around100 = (shape: readonly number[]): Tensor =>
  tensorOf(shape, uniform(shape, 100, [100, 101]));

/** Whether outputs with γ = 1 and β = 0 have mean 0 and deviation 1, to one decimal place: within 0.05. */
export function expectNormalized({ data }: Tensor, meanTolerance = 0.05): void {
  const values = Array.from(data);
  expect(Math.abs(mean(values))).toBeLessThanOrEqual(meanTolerance);
  expect(Math.abs(Math.sqrt(variance(values)) - 1)).toBeLessThanOrEqual(0.05);
}

type Weighted = Pick<BatchNormalization, "weights">;

/** Whether the moving statistics are those of `x` along the axes, within 0.01. */
export function expectMovedTo(
  layer: Weighted,
  { shape, data }: Tensor,
  axes: readonly number[],
): void {
  const channels = grouped(data, naiveChannels(shape, axes));
  expect(weightOf(layer, "moving_mean")).toBeAllClose(channels.map(mean), { absolute: 1e-2 });
  expect(weightOf(layer, "moving_variance")).toBeAllClose(channels.map(variance), {
    absolute: 1e-2,
  });
}

/**
 * The recipe of TensorFlow's axis tests: 100 training calls on the same batch, whose outputs are normalized each
 * time; then the moving statistics are the batch's, and inference normalizes too.
 */
export function expectNorm100(
  { layer, call }: Pick<CalledLayer, "call"> & { readonly layer: Weighted },
  x: Tensor,
  axes: readonly number[],
  trainingMeanTolerance?: number,
): void {
  for (let step = 0; step < 100; step++) expectNormalized(call(x, true), trainingMeanTolerance);
  expectMovedTo(layer, x, axes);
  expectNormalized(call(x, false));
}
