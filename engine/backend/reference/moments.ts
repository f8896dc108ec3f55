import type { ChannelView } from "../../tensor/channel-view";
import type { TensorData } from "../../tensor/tensor";
import type { Moments } from "../kernels";

/**
 * Computes μ = Σx / m and v = Σ(x − μ)² / m for each channel, in two passes.
 *
 * The second pass subtracts the mean first: E[x²] − E[x]² loses every digit of v once |μ| ≫ √v.
 * An empty channel (m = 0) has mean and variance NaN; NaN and ±Infinity propagate.
 *
 * Source: Ioffe & Szegedy 2015, algorithm 1.
 */
export function moments(x: TensorData, view: ChannelView): Moments {
  const { channelOf, channelCount, samplesPerChannel: m } = view;
  const mean = new Float64Array(channelCount);
  for (let i = 0; i < x.length; i++) mean[channelOf[i]!]! += x[i]!;
  for (let c = 0; c < channelCount; c++) mean[c]! /= m;

  const variance = new Float64Array(channelCount);
  for (let i = 0; i < x.length; i++) {
    const deviation = x[i]! - mean[channelOf[i]!]!;
    variance[channelOf[i]!]! += deviation * deviation;
  }
  for (let c = 0; c < channelCount; c++) variance[c]! /= m;
  return { mean, variance };
}
