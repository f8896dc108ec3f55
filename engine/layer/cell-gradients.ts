import { broadcastIndices } from "../tensor/broadcast";
import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import type { Tensor } from "../tensor/tensor";
import type { AppliedAdjustment } from "./adjustment";
import { arithmeticOf } from "./arithmetic";
import type { ForwardContext } from "./forward-context";
import type { Forward } from "./forward-pass";

/** Float64, one number per element of the inputs or per parameter channel. */
export interface ParameterGradients {
  readonly inputs: Float64Array;
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
}

/**
 * The cells of a call with an adjustment: the elements that share both a channel and the adjustment's values.
 * TensorFlow's scale k and offset have one number for each.
 */
interface Cells {
  readonly count: number;
  readonly cellOf: Int32Array;
  /** The first element of each cell, which stands for all of them. */
  readonly firstOf: Int32Array;
}

function cellsOf(x: Shape, axes: readonly number[], adjustment: AppliedAdjustment): Cells {
  const shape = x.map((size, axis) => {
    const varies = [adjustment.scale, adjustment.bias].some((part) => {
      const own = part.shape.length - x.length + axis;
      return own >= 0 && part.shape[own] !== 1;
    });
    return axes.includes(axis) || varies ? size : 1;
  });
  const cellOf = broadcastIndices(shape, x);
  const count = sizeOf(shape);
  const firstOf = new Int32Array(count);
  for (let i = cellOf.length - 1; i >= 0; i--) firstOf[cellOf[i]!] = i;
  return { count, cellOf, firstOf };
}

/**
 * The gradients of a training call with S = r·a·γ and O = d·a·γ + b·γ + β of each cell, k = S/s and
 * y = x·k + (O − μ·k):
 *
 *   dO = Σ dy,  dk = Σ dy·x − μ·dO  over each cell,
 *   dμ = −Σ dO·k,  dv = −½·(Σ dk·S)/s³  over the cells of a channel,
 *   dx = dy·k + 2·dv·(x − μ)/m + dμ/m,
 *
 * and with dS = dk/s: dγ = Σ (dS·r + dO·d)·a + dO·b, dβ = Σ dO. There are no ghost batches, which an
 * adjustment excludes; where elements are weighted, w/Σw takes the place of 1/m.
 */
export function cellGradients(
  context: ForwardContext,
  x: Tensor,
  pass: Forward,
  given: { readonly dy: ArrayLike<number>; readonly adjustment: AppliedAdjustment },
): ParameterGradients {
  const { built, weights } = context;
  const { view, used, renorm, normalization, elementWeights } = pass;
  const { dy, adjustment } = given;
  const { gradients: round } = arithmeticOf(context);
  const channels = view.channelCount;
  const { count, cellOf, firstOf } = cellsOf(x.shape, built.axes, adjustment);
  const channelOf = (cell: number): number => view.channelOf[firstOf[cell]!]!;
  const aOf = (cell: number): number => round(adjustment.scaleOf[firstOf[cell]!]!);
  const bOf = (cell: number): number => round(adjustment.biasOf[firstOf[cell]!]!);
  const rOf = (c: number): number => renorm?.applied.r[c] ?? 1;
  const dOf = (c: number): number => renorm?.applied.d[c] ?? 0;
  const inverseOf = (c: number): number => normalization.inverseDeviation[c]!;

  const dOffset = new Float64Array(count);
  const products = new Float64Array(count);
  for (let i = 0; i < dy.length; i++) {
    const cell = cellOf[i]!;
    dOffset[cell] = round(dOffset[cell]! + dy[i]!);
    products[cell] = round(products[cell]! + round(dy[i]! * x.data[i]!));
  }

  const k = new Float64Array(count);
  const sums = {
    mean: new Float64Array(channels),
    inverse: new Float64Array(channels),
    gamma: new Float64Array(channels),
    shift: new Float64Array(channels),
    beta: new Float64Array(channels),
  };
  const add = (to: Float64Array, c: number, term: number): void => {
    to[c] = round(to[c]! + term);
  };
  for (let cell = 0; cell < count; cell++) {
    const c = channelOf(cell);
    const scale = round(rOf(c) * round(aOf(cell) * (weights.gamma?.[c] ?? 1)));
    k[cell] = round(inverseOf(c) * scale);
    const dk = round(products[cell]! - round(dOffset[cell]! * used.mean[c]!));
    const dScale = round(dk * inverseOf(c));
    const dAdjusted =
      renorm === null ? dScale : round(round(dScale * rOf(c)) + round(dOffset[cell]! * dOf(c)));
    add(sums.mean, c, round(dOffset[cell]! * k[cell]!));
    add(sums.inverse, c, round(dk * scale));
    add(sums.gamma, c, round(dAdjusted * aOf(cell)));
    add(sums.shift, c, round(dOffset[cell]! * bOf(cell)));
    add(sums.beta, c, dOffset[cell]!);
  }
  const dVariance = sums.inverse.map((dInverse, c) =>
    round(round(-0.5 * round(dInverse * inverseOf(c))) * round(inverseOf(c) * inverseOf(c))),
  );
  const total = new Float64Array(channels);
  view.channelOf.forEach((c, i) => (total[c]! += elementWeights?.[i] ?? 1));
  const inputs = Float64Array.from(x.data, (value, i) => {
    const c = view.channelOf[i]!;
    const share = total[c] === 0 ? 0 : (elementWeights?.[i] ?? 1) / total[c]!;
    const throughDeviation = round(2 * round(dVariance[c]! * share) * round(value - used.mean[c]!));
    const direct = round(dy[i]! * k[cellOf[i]!]!);
    return round(round(direct + throughDeviation) - round(sums.mean[c]! * share));
  });
  const gamma = sums.gamma.map((sum, c) => round(sum + sums.shift[c]!));
  return { inputs, gamma, beta: sums.beta };
}
