import type { BatchNormalization, DType, ProfileId, Tensor } from "@/engine";
import { assignNumbers, layerIn, tensorOf } from "./layers";
import { uniform } from "./numbers";
import { fusedRanks } from "./profiles";
import { channelAlong } from "./reference";

/** The fused op's tests: a shape in both data formats, in float32 and float16, with factors 1 and 0.6. */

export const epsilon = 1e-3;

/** The op's `exponential_avg_factor`: 1 − momentum. */
export const factors = [1, 0.6] as const;

export interface OpCase {
  readonly x: Tensor;
  readonly axis: number;
  readonly channel: (index: number) => number;
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/** The shape with its channels last, and with its channels in second place. */
export const formatsOf = (shape: readonly number[]): readonly number[] => [shape.length - 1, 1];

export function opCase(shape: readonly number[], axis: number, dtype: DType): OpCase {
  const parameter = (seed: number): Float32Array =>
    Float32Array.from(uniform([shape[axis]!], seed));
  return {
    x: tensorOf(shape, uniform(shape, 50), dtype),
    axis,
    channel: channelAlong(shape, axis),
    gamma: parameter(51),
    beta: parameter(52),
    mean: parameter(53),
    variance: parameter(54),
  };
}

export const dtypes = ["float32", "float16"] as const satisfies readonly DType[];

/**
 * Whether a version computes these inputs as the op does. Version 1.4 has no 16-bit layer, and before 2.3 a 16-bit
 * layer that is not fused has arithmetic of its own.
 */
export const hasOp = (profile: ProfileId, { x }: OpCase): boolean =>
  x.dtype === "float32" || (profile !== "tf-1.4" && fusedRanks(profile).includes(x.shape.length));

/** A layer with the case's parameters, and its mean and variance as the moving ones. */
export function layerFor(profile: ProfileId, given: OpCase, factor: number): BatchNormalization {
  const { x, axis, gamma, beta, mean, variance } = given;
  const layer = layerIn(profile, { axis, epsilon, momentum: 1 - factor, dtype: x.dtype });
  layer.build(x.shape);
  assignNumbers(layer, { gamma, beta, moving_mean: mean, moving_variance: variance });
  return layer;
}
