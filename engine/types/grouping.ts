import type { RefusalMessage } from "./refusal-message";

/** A training call on one tensor, by the elements that share a statistic. */
export interface SharedStatistics {
  /** The axes that keep statistics of their own, counted from 0. */
  readonly axes: readonly number[];
  readonly reductionAxes: readonly number[];
  /** Of gamma and beta, and of the moving statistics where there are any. */
  readonly parameterShape: readonly number[];
  readonly hasMovingStatistics: boolean;
  readonly samplesPerStatistic: number;
  readonly channelCount: number;
  /** 1 unless the batch was split. Statistic s is that of channel s mod `channelCount`. */
  readonly ghostBatches: number;
  readonly fused: boolean;
  /** As it entered x̂: older fused operations raise a small one. */
  readonly epsilon: number;
  /** The statistic of each element, in row-major order. */
  readonly statisticOf: Int32Array;
  /** One number per statistic. */
  readonly mean: Float64Array;
  /** Biased. */
  readonly variance: Float64Array;
  /** x̂, and what the call returned; one number per element. */
  readonly normalized: Float64Array;
  readonly outputs: Float64Array;
}

/** A tensor, and which of its elements share a statistic; or why the layer refused it. */
export interface Grouping {
  readonly shape: readonly number[];
  /** The axis along which the tensor's channels lie, whichever the layer keeps. */
  readonly channelAxis: number;
  readonly values: Float64Array;
  readonly shared: SharedStatistics | null;
  readonly refusal: RefusalMessage | null;
}
