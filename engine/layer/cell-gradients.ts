import type { Operand } from "../backend/kernels";
import { weightsPerChannel } from "../backend/reference/moments";
import type { Tensor } from "../tensor/tensor";
import type { AppliedAdjustment } from "./adjustment";
import { cellsOf } from "./adjustment-cells";
import { arithmeticOf } from "./arithmetic";
import type { ForwardContext } from "./forward-context";
import type { Forward } from "./forward-pass";

/** Where gradients come from and where dx goes. */
export interface GradientOperands {
  readonly x: Tensor;
  readonly dy: Operand;
  readonly dx: Operand;
}

/** Float64, one number per parameter channel. */
export interface ParameterGradients {
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
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
  { x, dy, dx }: GradientOperands,
  pass: Forward,
  adjustment: AppliedAdjustment,
): ParameterGradients {
  const { built, kernels, weights } = context;
  const { view, renorm, elementWeights } = pass;
  const { used, normalization } = pass.channels();
  const { gradients: round } = arithmeticOf(context);
  const channels = view.channelCount;
  const cells = cellsOf(x.shape, built.axes, adjustment);
  const count = cells.view.channelCount;
  const aOf = (cell: number): number => round(cells.scaleOf[cell]!);
  const bOf = (cell: number): number => round(cells.biasOf[cell]!);
  const rOf = (c: number): number => renorm?.applied.r[c] ?? 1;
  const dOf = (c: number): number => renorm?.applied.d[c] ?? 0;
  const inverseOf = (c: number): number => normalization.inverseDeviation[c]!;

  const { dy: dOffset, products } = kernels.gradientSums(x, dy, cells.view, round);

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
    const c = cells.channelOf[cell]!;
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
  const gamma = sums.gamma.map((sum, c) => round(sum + sums.shift[c]!));
  if (elementWeights === undefined) {
    const share = 1 / view.samplesPerChannel;
    const ofChannel = (values: (c: number) => number): Float64Array =>
      Float64Array.from(cells.channelOf, (c) => values(c));
    const line = {
      mean: ofChannel((c) => used.mean[c]!),
      slope: k,
      curvature: ofChannel((c) => 2 * round(dVariance[c]! * share)),
      offset: ofChannel((c) => -round(sums.mean[c]! * share)),
      round,
    };
    kernels.inputGradients({ x, dy }, cells.view, line, dx);
    return { gamma, beta: sums.beta };
  }
  const total = weightsPerChannel(elementWeights, view);
  for (let i = 0; i < x.data.length; i++) {
    const c = view.channelOf[i]!;
    const share = total[c] === 0 ? 0 : elementWeights[i]! / total[c]!;
    const deviation = round(x.data[i]! - used.mean[c]!);
    const throughDeviation = round(2 * round(dVariance[c]! * share) * deviation);
    const direct = round(dy.data[i]! * k[cells.view.channelOf[i]!]!);
    dx.data[i] = round(round(direct + throughDeviation) - round(sums.mean[c]! * share));
  }
  return { gamma, beta: sums.beta };
}
