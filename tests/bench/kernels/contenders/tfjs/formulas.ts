import { add, mul, rsqrt, sub, type TfTensor } from "@tensorflow/tfjs-core";
import { epsilon, momentum } from "../hyperparameters";

export interface Moments {
  readonly mean: TfTensor;
  readonly variance: TfTensor;
}

export interface Line {
  readonly scale: TfTensor;
  readonly offset: TfTensor;
}

export const inverseDeviation = (variance: TfTensor): TfTensor => rsqrt(add(variance, epsilon));

/** The line x ↦ x · scale + offset that normalizes with these statistics. */
export function lineOf({ mean, variance }: Moments, gamma: TfTensor, beta: TfTensor): Line {
  const scale = mul(gamma, inverseDeviation(variance));
  return { scale, offset: sub(beta, mul(mean, scale)) };
}

/** On the Wasm backend faster than `tf.batchNorm`, which takes the last axis only. */
export const affine = (x: TfTensor, { scale, offset }: Line): TfTensor =>
  add(mul(x, scale), offset);

const moved = (moving: TfTensor, batch: TfTensor): TfTensor =>
  add(mul(moving, momentum), mul(batch, 1 - momentum));

export const movedStatistics = (before: Moments, batch: Moments): TfTensor[] => [
  moved(before.mean, batch.mean),
  moved(before.variance, batch.variance),
];
