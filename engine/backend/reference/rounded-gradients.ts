import type { Rounding } from "../../core/rounding";
import type { ChannelView } from "../../tensor/channel-view";
import type {
  BackwardInputs,
  GradientSums,
  InputGradientLine,
  LineGradients,
  Operand,
} from "../kernels";

/*
 * TensorFlow differentiates y = x·k + (β − μ·k), k = γ·inv, operation by operation. Mathematically that is the
 * gradient of the normalized form; in 32 bits it is not, because Σ dy·x − μ·Σ dy cancels where |μ| ≫ s. These
 * functions round where TensorFlow's operations do, so that they lose what it loses.
 */

/** Σdy and Σdy·x of each channel, term by term. */
export function gradientSums(
  { data: x }: Operand,
  { data: dy }: Operand,
  { channelOf, channelCount }: ChannelView,
  round: Rounding,
): GradientSums {
  const sums = new Float64Array(channelCount);
  const products = new Float64Array(channelCount);
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    sums[c] = round(sums[c]! + dy[i]!);
    products[c] = round(products[c]! + round(dy[i]! * x[i]!));
  }
  return { dy: sums, products };
}

/** Writes dx = dy·slope + (x − mean)·curvature + offset, each channel with its own. */
export function inputGradients(
  { x, dy }: Pick<BackwardInputs, "x" | "dy">,
  { channelOf }: ChannelView,
  { mean, slope, curvature, offset, round }: InputGradientLine,
  dx: Operand,
): void {
  for (let i = 0; i < channelOf.length; i++) {
    const c = channelOf[i]!;
    const throughDeviation = round(curvature[c]! * round(x.data[i]! - round(mean[c]!)));
    const direct = round(dy.data[i]! * slope[c]!);
    dx.data[i] = round(round(direct + throughDeviation) + offset[c]!);
  }
}

interface LineSums {
  /** k = γ·inv. */
  readonly k: Float64Array;
  /** dk = Σ dy·x − μ·Σ dy. */
  readonly dk: Float64Array;
  readonly dOffset: Float64Array;
}

function sumPerChannel(given: BackwardInputs, view: ChannelView): LineSums {
  const { x, dy, mean, inverseDeviation, scale, round } = given;
  const sums = gradientSums(x, dy, view, round);
  return {
    k: inverseDeviation.map((inverse, c) => round(inverse * scale[c]!)),
    dk: sums.products.map((sum, c) => round(sum - round(sums.dy[c]! * round(mean[c]!)))),
    dOffset: sums.dy,
  };
}

const parameterGradients = (
  { inverseDeviation, round }: BackwardInputs,
  { dk, dOffset }: LineSums,
): LineGradients => ({
  scale: dk.map((d, c) => round(d * inverseDeviation[c]!)),
  offset: dOffset,
});

/**
 * dinv = dk·γ, dv = −½·dinv·inv³, dμ = −Σdy·k, and
 *
 *   dx = dy·k + 2·dv·(x − μ)·w/Σw + dμ·w/Σw.
 */
export function roundedTrainingGradients(
  given: BackwardInputs,
  view: ChannelView,
  shareOf: (element: number, channel: number) => number,
  dx: Operand,
): LineGradients {
  const { mean, inverseDeviation, scale, round } = given;
  const { data: x } = given.x;
  const { data: dy } = given.dy;
  const sums = sumPerChannel(given, view);
  const { k, dk, dOffset } = sums;
  const dVariance = dk.map((d, c) => {
    const inverse = inverseDeviation[c]!;
    const dInverse = round(d * scale[c]!);
    return round(round(-0.5 * round(dInverse * inverse)) * round(inverse * inverse));
  });
  const dMean = dOffset.map((d, c) => -round(d * k[c]!));
  for (let i = 0; i < x.length; i++) {
    const c = view.channelOf[i]!;
    const share = shareOf(i, c);
    const throughDeviation = round(
      2 * round(dVariance[c]! * share) * round(x[i]! - round(mean[c]!)),
    );
    const direct = round(dy[i]! * k[c]!);
    dx.data[i] = round(round(direct + throughDeviation) + round(dMean[c]! * share));
  }
  return parameterGradients(given, sums);
}

/** dx = dy·k, the statistics being constants. */
export function roundedInferenceGradients(
  given: BackwardInputs,
  view: ChannelView,
  dx: Operand,
): LineGradients {
  const sums = sumPerChannel(given, view);
  given.dy.data.forEach((d, i) => {
    dx.data[i] = given.round(d * sums.k[view.channelOf[i]!]!);
  });
  return parameterGradients(given, sums);
}
