import { numpy, type JaxArray } from "@jax-js/jax";
import { epsilon, momentum } from "../hyperparameters";
import type { Line, Moments, Parameters } from "./tasks";

// Each consumes its arguments, as jax-js wants it.

/** E[x²] − E[x]², as Flax computes it unless told otherwise. */
export function moments(x: JaxArray, axes: readonly number[]): Moments {
  const mean = numpy.mean(x.ref, axes, { keepdims: true });
  const meanSquare = numpy.mean(numpy.square(x), axes, { keepdims: true });
  return { mean: mean.ref, variance: meanSquare.sub(numpy.square(mean)) };
}

export const deviation = (variance: JaxArray): JaxArray => numpy.sqrt(variance.add(epsilon));

/** The line x ↦ x · scale + offset that normalizes with these statistics. */
export function lineOf({ mean, variance }: Moments, { gamma, beta }: Parameters): Line {
  const scale = gamma.div(deviation(variance));
  return { scale: scale.ref, offset: beta.sub(mean.mul(scale)) };
}

export const affine = (x: JaxArray, { scale, offset }: Line): JaxArray => x.mul(scale).add(offset);

const movedTo = (moving: JaxArray, batch: JaxArray): JaxArray =>
  moving.mul(momentum).add(batch.mul(1 - momentum));

export const moved = (moving: Moments, batch: Moments) =>
  [movedTo(moving.mean, batch.mean), movedTo(moving.variance, batch.variance)] as const;
