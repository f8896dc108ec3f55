import type { ChannelView } from "../../tensor/channel-view";
import type { BackwardInputs, Gradients } from "../kernels";

interface ChannelSums {
  /** Σ dy, which is dβ. */
  readonly dy: Float64Array;
  /** Σ dy · x̂, which is dγ. */
  readonly dyNormalized: Float64Array;
}

function sumPerChannel(given: BackwardInputs, view: ChannelView): ChannelSums {
  const { x, dy, mean, inverseDeviation } = given;
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
 * Gradients through y = γ·x̂ + β with x̂ = (x − μ)/s, where μ and s depend on x:
 *
 *   dx = γ/s · (dy − ⟨dy⟩ − x̂·⟨dy·x̂⟩),  dγ = Σ dy·x̂,  dβ = Σ dy,
 *
 * ⟨·⟩ being the mean over the channel's m elements and s = √(v + ε).
 *
 * Source: Ioffe & Szegedy 2015, section 3, with the terms of dμ and dv gathered.
 */
export function trainingGradients(given: BackwardInputs, view: ChannelView): Gradients {
  const { x, dy, mean, inverseDeviation, gamma } = given;
  const { channelOf, samplesPerChannel: m } = view;
  const sums = sumPerChannel(given, view);
  const inputs = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    const normalized = (x[i]! - mean[c]!) * inverseDeviation[c]!;
    const centred = dy[i]! - sums.dy[c]! / m - (normalized * sums.dyNormalized[c]!) / m;
    inputs[i] = gamma[c]! * inverseDeviation[c]! * centred;
  }
  return { inputs, gamma: sums.dyNormalized, beta: sums.dy };
}

/** Gradients through the same map when μ and s are constants: dx = γ/s · dy. */
export function inferenceGradients(given: BackwardInputs, view: ChannelView): Gradients {
  const { dy, inverseDeviation, gamma } = given;
  const sums = sumPerChannel(given, view);
  const inputs = new Float64Array(dy.length);
  for (let i = 0; i < dy.length; i++) {
    const c = view.channelOf[i]!;
    inputs[i] = gamma[c]! * inverseDeviation[c]! * dy[i]!;
  }
  return { inputs, gamma: sums.dyNormalized, beta: sums.dy };
}
