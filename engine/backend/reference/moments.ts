import { unrounded } from "../../core/rounding";
import type { Rounding } from "../../core/rounding";
import type { ChannelView } from "../../tensor/channel-view";
import type { TensorData } from "../../tensor/tensor";
import type { ElementWeights, Moments, MomentsOptions, Operand } from "../kernels";

/**
 * Computes μ = Σx / m and v = Σ(x − μ)² / m for each channel, in two passes.
 *
 * The second pass subtracts the mean first: E[x²] − E[x]² loses every digit of v once |μ| ≫ √v.
 * An empty channel (m = 0) has mean and variance NaN; NaN and ±Infinity propagate.
 *
 * Source: Ioffe & Szegedy 2015, algorithm 1.
 */
export function moments({ data: x }: Operand, view: ChannelView, options: MomentsOptions): Moments {
  const { elementWeights, round } = options;
  if (elementWeights !== undefined) return weightedMoments(x, view, elementWeights, round);
  const { samplesPerChannel: m } = view;
  const mean = sumsOf(x, view, round).map((sum) => round(sum / m));
  const squares = squaredDeviations(x, view, mean, round);
  return { mean, variance: squares.map((sum) => round(sum / m)) };
}

/** Σx of each channel, rounded after every term. */
function sumsOf(
  x: TensorData,
  { channelOf, channelCount }: ChannelView,
  round: Rounding,
): Float64Array {
  const sums = new Float64Array(channelCount);
  // A loop of its own: calling a function that does nothing would double the time of the most used path.
  if (round === unrounded) {
    for (let i = 0; i < x.length; i++) sums[channelOf[i]!]! += x[i]!;
    return sums;
  }
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    sums[c] = round(sums[c]! + x[i]!);
  }
  return sums;
}

/** Σ(x − μ)² of each channel, rounded after every term. */
function squaredDeviations(
  x: TensorData,
  { channelOf, channelCount }: ChannelView,
  mean: Float64Array,
  round: Rounding,
): Float64Array {
  const squares = new Float64Array(channelCount);
  if (round === unrounded) {
    for (let i = 0; i < x.length; i++) {
      const deviation = x[i]! - mean[channelOf[i]!]!;
      squares[channelOf[i]!]! += deviation * deviation;
    }
    return squares;
  }
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    const deviation = round(x[i]! - mean[c]!);
    squares[c] = round(squares[c]! + round(deviation * deviation));
  }
  return squares;
}

/** Σw of each channel. */
export function weightsPerChannel(weights: ElementWeights, view: ChannelView): Float64Array {
  const sums = new Float64Array(view.channelCount);
  for (let i = 0; i < weights.length; i++) sums[view.channelOf[i]!]! += weights[i]!;
  return sums;
}

/**
 * Computes μ = Σw·x / Σw and v = Σw·(x − μ)² / Σw for each channel. A channel without weight has mean and variance 0:
 * tf.nn.weighted_moments divides by div_no_nan, and did before the layer took masks (TensorFlow's pull request 51966).
 */
function weightedMoments(
  x: TensorData,
  view: ChannelView,
  weights: ElementWeights,
  round: Rounding,
): Moments {
  const { channelOf, channelCount } = view;
  const total = weightsPerChannel(weights, view);
  const divided = (sums: Float64Array): Float64Array =>
    sums.map((sum, c) => (total[c] === 0 ? 0 : round(sum / total[c]!)));

  const sums = new Float64Array(channelCount);
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    sums[c] = round(sums[c]! + weights[i]! * x[i]!);
  }
  const mean = divided(sums);

  const squares = new Float64Array(channelCount);
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    const deviation = round(x[i]! - mean[c]!);
    squares[c] = round(squares[c]! + weights[i]! * round(deviation * deviation));
  }
  return { mean, variance: divided(squares) };
}
