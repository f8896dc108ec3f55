import type { Rounding } from "../core/rounding";
import type { ChannelView } from "../tensor/channel-view";
import type { TensorData } from "../tensor/tensor";

/** One number per channel. Statistics are float64 whatever the tensor's dtype. */
export type PerChannel = Float64Array;

export interface Moments {
  readonly mean: PerChannel;
  /** Biased: divided by m, not by m − 1. */
  readonly variance: PerChannel;
}

/** Gradients of Σ y·dy for y = x̂·scale + offset. */
export interface Gradients {
  readonly inputs: PerElement;
  /** Σ dy·x̂. */
  readonly scale: PerChannel;
  /** Σ dy. */
  readonly offset: PerChannel;
}

export type PerElement = Float64Array;

/** How much each element counts in its channel's moments; without it every element counts 1. */
export type ElementWeights = Float64Array;

export interface MomentsOptions {
  readonly elementWeights?: ElementWeights | undefined;
  readonly round: Rounding;
}

export interface Line {
  readonly scale: PerChannel;
  readonly offset: PerChannel;
  readonly round: Rounding;
}

export interface CentredLine extends Line {
  readonly mean: PerChannel;
}

/** What a gradient needs to know of the forward pass. */
export interface BackwardInputs {
  readonly x: TensorData;
  readonly dy: TensorData;
  readonly mean: PerChannel;
  /** 1 / √(variance + ε). */
  readonly inverseDeviation: PerChannel;
  /** What x̂ is multiplied by: γ, times renorm's r. */
  readonly scale: PerChannel;
  readonly elementWeights?: ElementWeights | undefined;
  readonly round: Rounding;
}

/** The arithmetic a layer asks of a backend. All kernels are pure. */
export interface Kernels {
  readonly name: "reference";
  moments(x: TensorData, view: ChannelView, options: MomentsOptions): Moments;
  /** Writes x · scale + offset, per channel, into `out`. */
  affine(x: TensorData, view: ChannelView, line: Line, out: TensorData): void;
  /** Writes (x − mean) · scale + offset, per channel, into `out`. */
  centredAffine(x: TensorData, view: ChannelView, line: CentredLine, out: TensorData): void;
  /** Gradients when mean and variance are functions of x. */
  trainingGradients(given: BackwardInputs, view: ChannelView): Gradients;
  /** Gradients when mean and variance are constants. */
  inferenceGradients(given: BackwardInputs, view: ChannelView): Gradients;
}
