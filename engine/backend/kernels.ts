import type { ChannelView } from "../tensor/channel-view";
import type { TensorData } from "../tensor/tensor";

/** One number per channel. Statistics are float64 whatever the tensor's dtype. */
export type PerChannel = Float64Array;

export interface Moments {
  readonly mean: PerChannel;
  /** Biased: divided by m, not by m − 1. */
  readonly variance: PerChannel;
}

export interface Gradients {
  readonly inputs: PerElement;
  readonly gamma: PerChannel;
  readonly beta: PerChannel;
}

export type PerElement = Float64Array;

/** What a gradient needs to know of the forward pass. */
export interface BackwardInputs {
  readonly x: TensorData;
  readonly dy: TensorData;
  readonly mean: PerChannel;
  /** 1 / √(variance + ε). */
  readonly inverseDeviation: PerChannel;
  /** All ones where the layer has no gamma. */
  readonly gamma: PerChannel;
}

/** The arithmetic a layer asks of a backend. All kernels are pure. */
export interface Kernels {
  readonly name: "reference";
  moments(x: TensorData, view: ChannelView): Moments;
  /** Writes x · scale + offset, per channel, into `out`. */
  affine(
    x: TensorData,
    view: ChannelView,
    line: { readonly scale: PerChannel; readonly offset: PerChannel },
    out: TensorData,
  ): void;
  /** Gradients when mean and variance are functions of x. */
  trainingGradients(given: BackwardInputs, view: ChannelView): Gradients;
  /** Gradients when mean and variance are constants. */
  inferenceGradients(given: BackwardInputs, view: ChannelView): Gradients;
}
