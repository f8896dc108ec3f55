import type { Normalization } from "../core/normalization";
import type { Rounding } from "../core/rounding";
import type { ChannelView } from "../tensor/channel-view";
import type { TensorData } from "../tensor/tensor";

export type BackendId = "wasm" | "reference";

/** One number per channel. */
export type PerChannel = Float64Array;

export interface Moments {
  readonly mean: PerChannel;
  /** Biased: divided by m, not by m − 1. */
  readonly variance: PerChannel;
}

/** How much each element counts in its channel's moments; without it every element counts 1. */
export type ElementWeights = Float64Array;

export interface MomentsOptions {
  readonly elementWeights?: ElementWeights | undefined;
  readonly round: Rounding;
}

/** A tensor as a kernel sees it; its elements are grouped by a view that comes with it. */
export interface Operand {
  readonly data: TensorData;
}

export interface Line {
  readonly scale: PerChannel;
  readonly offset: PerChannel;
  readonly round: Rounding;
}

export interface CentredLine extends Line {
  readonly mean: PerChannel;
}

/** What normalizing with the batch's own moments needs besides the batch. */
export interface BatchNormalizing {
  readonly epsilon: number;
  /** How many parameter channels there are. Ghost batches share them: each has so many channels of the view. */
  readonly parameters: number;
  /** One per parameter channel; null is 1. */
  readonly gamma: ArrayLike<number> | null;
  /** One per parameter channel; null is 0. */
  readonly beta: ArrayLike<number> | null;
  /** Whether y = (x − μ)·k + β, as the fused layer computes it, or x·k + (β − μ·k). */
  readonly isCentred: boolean;
  readonly round: Rounding;
}

export interface NormalizedBatch {
  /** The moments, averaged over ghost batches: one number per parameter channel. */
  readonly shared: Moments;
  /** One number per channel of the view. May be asked for until the backend runs its next kernel. */
  readonly moments: () => Moments;
  readonly normalization: () => Normalization;
}

/** Σdy and Σdy·x of each channel. */
export interface GradientSums {
  readonly dy: PerChannel;
  readonly products: PerChannel;
}

/** dx = dy·slope + (x − mean)·curvature + offset, one number of each per channel. */
export interface InputGradientLine {
  readonly mean: PerChannel;
  readonly slope: PerChannel;
  readonly curvature: PerChannel;
  readonly offset: PerChannel;
  readonly round: Rounding;
}

/** What a gradient needs to know of the forward pass. */
export interface BackwardInputs {
  readonly x: Operand;
  readonly dy: Operand;
  readonly mean: PerChannel;
  /** 1 / √(variance + ε). */
  readonly inverseDeviation: PerChannel;
  /** What x̂ is multiplied by: γ, times renorm's r. */
  readonly scale: PerChannel;
  readonly elementWeights?: ElementWeights | undefined;
  readonly round: Rounding;
}

/** Gradients of Σ y·dy for y = x̂·scale + offset. */
export interface LineGradients {
  /** Σ dy·x̂. */
  readonly scale: PerChannel;
  /** Σ dy. */
  readonly offset: PerChannel;
}

/**
 * The per-element arithmetic a layer asks of a backend. Kernels change nothing but what they are given to write into;
 * that is never one of the tensors they read.
 */
export interface Kernels {
  readonly name: BackendId;
  moments(x: Operand, view: ChannelView, options: MomentsOptions): Moments;
  /** Writes x · scale + offset, per channel. */
  affine(x: Operand, view: ChannelView, line: Line, out: Operand): void;
  /** Writes (x − mean) · scale + offset, per channel. */
  centredAffine(x: Operand, view: ChannelView, line: CentredLine, out: Operand): void;
  /** Takes the moments, composes them with γ and β, and writes the outputs. */
  normalize(x: Operand, view: ChannelView, given: BatchNormalizing, out: Operand): NormalizedBatch;
  gradientSums(x: Operand, dy: Operand, view: ChannelView, round: Rounding): GradientSums;
  inputGradients(
    given: Pick<BackwardInputs, "x" | "dy">,
    view: ChannelView,
    line: InputGradientLine,
    dx: Operand,
  ): void;
  /** Writes dx and returns the sums when mean and variance are functions of x. */
  trainingGradients(given: BackwardInputs, view: ChannelView, dx: Operand): LineGradients;
  /** The same when mean and variance are constants. */
  inferenceGradients(given: BackwardInputs, view: ChannelView, dx: Operand): LineGradients;
}
