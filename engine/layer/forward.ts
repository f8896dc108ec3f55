import type { Kernels, Moments, PerChannel } from "../backend/kernels";
import { movedAverage, storedVariance } from "../core/moving-average";
import { composeNormalization } from "../core/normalization";
import type { Normalization } from "../core/normalization";
import type { BatchNormConfig } from "../spec/batch-norm";
import { channelView } from "../tensor/channel-view";
import type { ChannelView } from "../tensor/channel-view";
import { allocate } from "../tensor/tensor";
import type { Tensor } from "../tensor/tensor";
import type { BuiltLayer } from "./build";
import type { WeightStorage } from "./weights";

/** A forward pass before it is made presentable: float64 statistics and the weights it leads to. */
export interface Forward {
  readonly outputs: Tensor;
  readonly view: ChannelView;
  readonly batch: Moments | null;
  readonly used: Moments;
  readonly normalization: Normalization;
  readonly weightsAfter: WeightStorage;
}

export interface ForwardContext {
  readonly config: BatchNormConfig;
  readonly built: BuiltLayer;
  readonly kernels: Kernels;
  readonly weights: WeightStorage;
}

const asPerChannel = (weight: ArrayLike<number>): PerChannel => Float64Array.from(weight);

/**
 * Normalizes `x` with the batch's statistics (training) or the moving ones (inference), and computes, without
 * storing them, the weights after the call. An empty batch leaves the moving statistics as they are.
 */
export function forward(context: ForwardContext, x: Tensor, training: boolean): Forward {
  const { config, built, kernels, weights } = context;
  const view = channelView(x.shape, built.axes);
  const batch = training ? kernels.moments(x.data, view) : null;
  const used = batch ?? {
    mean: asPerChannel(weights.moving_mean),
    variance: asPerChannel(weights.moving_variance),
  };
  const normalization = composeNormalization(used, config.epsilon, weights);
  const data = allocate(x.dtype, x.data.length);
  kernels.affine(x.data, view, normalization, data);
  return {
    outputs: { shape: x.shape, dtype: x.dtype, data },
    view,
    batch,
    used,
    normalization,
    weightsAfter:
      batch === null || view.samplesPerChannel === 0
        ? weights
        : withMovedAverages(context, batch, view.samplesPerChannel),
  };
}

function withMovedAverages(
  { config, built, weights }: ForwardContext,
  batch: Moments,
  samplesPerChannel: number,
): WeightStorage {
  const variance = storedVariance(batch.variance, samplesPerChannel, built.fused);
  const { momentum, dtype } = config;
  return {
    ...weights,
    moving_mean: movedAverage(weights.moving_mean, batch.mean, momentum, dtype),
    moving_variance: movedAverage(weights.moving_variance, variance, momentum, dtype),
  };
}
