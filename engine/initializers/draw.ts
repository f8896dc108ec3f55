import { normal } from "../random/distributions";
import type { Generator } from "../random/generator";
import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";

const drawn = (shape: Shape, next: () => number): Float64Array =>
  Float64Array.from({ length: sizeOf(shape) }, next);

/** Numbers of N(mean, stddev²). */
export const normals = (
  shape: Shape,
  random: Generator,
  { mean, stddev }: { readonly mean: number; readonly stddev: number },
): Float64Array => drawn(shape, () => mean + stddev * normal(random));

/** Numbers of U[minval, maxval). */
export const uniforms = (
  shape: Shape,
  random: Generator,
  { minval, maxval }: { readonly minval: number; readonly maxval: number },
): Float64Array => drawn(shape, () => minval + (maxval - minval) * random());

/** Numbers of N(mean, stddev²), each drawn again while it is more than 2 stddev from the mean. */
export const truncatedNormals = (
  shape: Shape,
  random: Generator,
  { mean, stddev }: { readonly mean: number; readonly stddev: number },
): Float64Array => drawn(shape, () => mean + stddev * withinTwo(random));

function withinTwo(random: Generator): number {
  for (;;) {
    const z = normal(random);
    if (Math.abs(z) <= 2) return z;
  }
}
