import { normal } from "../random/distributions";
import type { Generator } from "../random/generator";
import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import type { Distribution } from "../types/initial-draws";

/** An initializer whose elements are drawn independently of each other. */
interface Drawn {
  readonly distribution: (shape: Shape) => Distribution;
  readonly values: (shape: Shape, random: Generator) => Float64Array;
}

/** Draws every element from one distribution, which may depend on the weight's shape. */
export const drawnFrom = (distribution: Drawn["distribution"]): Drawn => ({
  distribution,
  values: (shape, random) => {
    const next = numberOf(distribution(shape));
    return Float64Array.from({ length: sizeOf(shape) }, () => next(random));
  },
});

function numberOf(distribution: Distribution): (random: Generator) => number {
  switch (distribution.kind) {
    case "uniform": {
      const { low, high } = distribution;
      return (random) => low + (high - low) * random();
    }
    case "normal": {
      const { mean, deviation } = distribution;
      return (random) => mean + deviation * normal(random);
    }
    case "truncated-normal": {
      const { mean, deviation } = distribution;
      return (random) => mean + deviation * withinTwo(random);
    }
  }
}

function withinTwo(random: Generator): number {
  for (;;) {
    const z = normal(random);
    if (Math.abs(z) <= 2) return z;
  }
}
