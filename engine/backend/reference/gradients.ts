import { unrounded } from "../../core/rounding";
import type { ChannelView } from "../../tensor/channel-view";
import type { BackwardInputs, LineGradients, Operand } from "../kernels";
import { weightsPerChannel } from "./moments";
import { roundedInferenceGradients, roundedTrainingGradients } from "./rounded-gradients";

interface ChannelSums {
  readonly dy: Float64Array;
  readonly dyNormalized: Float64Array;
}

function sumPerChannel(given: BackwardInputs, view: ChannelView): ChannelSums {
  const { mean, inverseDeviation } = given;
  const { data: x } = given.x;
  const { data: dy } = given.dy;
  const { channelOf, channelCount } = view;
  const sums = { dy: new Float64Array(channelCount), dyNormalized: new Float64Array(channelCount) };
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    sums.dy[c]! += dy[i]!;
    sums.dyNormalized[c]! += dy[i]! * (x[i]! - mean[c]!) * inverseDeviation[c]!;
  }
  return sums;
}

/**
 * Gradients through y = x̂·γ + β with x̂ = (x − μ)/s, where μ and s depend on x:
 *
 *   dx = γ/s · (dy − ⟨dy⟩ − x̂·⟨dy·x̂⟩),  dγ = Σ dy·x̂,  dβ = Σ dy,
 *
 * ⟨·⟩ being the mean over the channel's m elements and s = √(v + ε). Where elements are weighted, the second and
 * third term are those of the elements in proportion to their weight: w·Σ(·)/Σw.
 *
 * Source: Ioffe & Szegedy 2015, section 3, with the terms of dμ and dv gathered.
 */
export function trainingGradients(
  given: BackwardInputs,
  view: ChannelView,
  dx: Operand,
): LineGradients {
  const shareOf = sharesOf(given, view);
  if (given.round !== unrounded) return roundedTrainingGradients(given, view, shareOf, dx);
  const { mean, inverseDeviation, scale } = given;
  const { data: x } = given.x;
  const { data: dy } = given.dy;
  const { channelOf } = view;
  const sums = sumPerChannel(given, view);
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    const normalized = (x[i]! - mean[c]!) * inverseDeviation[c]!;
    const share = shareOf(i, c);
    const centred = dy[i]! - sums.dy[c]! * share - normalized * sums.dyNormalized[c]! * share;
    dx.data[i] = scale[c]! * inverseDeviation[c]! * centred;
  }
  return { scale: sums.dyNormalized, offset: sums.dy };
}

/** The share w/Σw that an element has in its channel's mean: 1/m without weights. */
function sharesOf(
  { elementWeights }: BackwardInputs,
  view: ChannelView,
): (element: number, channel: number) => number {
  if (elementWeights === undefined) return () => 1 / view.samplesPerChannel;
  const totals = weightsPerChannel(elementWeights, view);
  return (i, c) => (totals[c] === 0 ? 0 : elementWeights[i]! / totals[c]!);
}

/** Gradients through the same map when μ and s are constants: dx = γ/s · dy. */
export function inferenceGradients(
  given: BackwardInputs,
  view: ChannelView,
  dx: Operand,
): LineGradients {
  if (given.round !== unrounded) return roundedInferenceGradients(given, view, dx);
  const { inverseDeviation, scale } = given;
  const { data: dy } = given.dy;
  const sums = sumPerChannel(given, view);
  for (let i = 0; i < dy.length; i++) {
    const c = view.channelOf[i]!;
    dx.data[i] = scale[c]! * inverseDeviation[c]! * dy[i]!;
  }
  return { scale: sums.dyNormalized, offset: sums.dy };
}
