import { EngineError } from "../errors";
import type { Moments } from "../backend/kernels";
import { allocate, store } from "../tensor/tensor";
import type { Tensor } from "../tensor/tensor";
import type { Forward, ForwardContext } from "./forward";
import type { InputGradients, Statistics, Trace } from "./trace";
import type { WeightStorage } from "./weights";

/** Presents a forward pass as tensors of the layer's dtype, with the gradients it makes possible. */
export function traced(context: ForwardContext, inputs: Tensor, pass: Forward): Trace {
  // What is computed later must not see what the caller does to its tensor meanwhile.
  const x = { ...inputs, data: inputs.data.slice() };
  const { config, built, kernels, weights } = context;
  const { view, used, normalization } = pass;
  const perChannel = (values: ArrayLike<number>): Tensor => ({
    shape: built.parameterShape,
    dtype: config.dtype,
    data: store(config.dtype, values),
  });
  const statistics = ({ mean, variance }: Moments): Statistics => ({
    mean: perChannel(mean),
    variance: perChannel(variance),
  });
  const moving = (storage: WeightStorage): Statistics => ({
    mean: perChannel(storage.moving_mean),
    variance: perChannel(storage.moving_variance),
  });

  return {
    outputs: pass.outputs,
    mode: pass.batch === null ? "inference" : "training",
    fused: built.fused,
    reductionAxes: built.reductionAxes,
    parameterShape: built.parameterShape,
    samplesPerStatistic: view.samplesPerChannel,
    batch: pass.batch === null ? null : statistics(pass.batch),
    used: statistics(used),
    get normalized(): Tensor {
      const { inverseDeviation } = normalization;
      const data = allocate(x.dtype, x.data.length);
      const offset = inverseDeviation.map((inverse, c) => -used.mean[c]! * inverse);
      kernels.affine(x.data, view, { scale: inverseDeviation, offset }, data);
      return { shape: x.shape, dtype: x.dtype, data };
    },
    gamma: weights.gamma === null ? null : perChannel(weights.gamma),
    beta: weights.beta === null ? null : perChannel(weights.beta),
    effectiveScale: perChannel(normalization.scale),
    effectiveOffset: perChannel(normalization.offset),
    moving: { before: moving(weights), after: moving(pass.weightsAfter) },
    vjp: (dy) => gradients(context, x, pass, dy),
  };
}

function gradients(context: ForwardContext, x: Tensor, pass: Forward, dy: Tensor): InputGradients {
  const { config, built, kernels, weights } = context;
  if (dy.shape.length !== x.shape.length || dy.shape.some((size, i) => size !== x.shape[i])) {
    throw new EngineError(
      "vjp-shape",
      "ValueError",
      `dy must be shaped as the outputs, [${x.shape.join(", ")}]. Received: dy.shape=[${dy.shape.join(", ")}]`,
    );
  }
  const given = {
    x: x.data,
    dy: dy.data,
    mean: pass.used.mean,
    inverseDeviation: pass.normalization.inverseDeviation,
    gamma: Float64Array.from(weights.gamma ?? new Float64Array(pass.view.channelCount).fill(1)),
  };
  const result =
    pass.batch === null
      ? kernels.inferenceGradients(given, pass.view)
      : kernels.trainingGradients(given, pass.view);
  const like = (shape: readonly number[], values: Float64Array): Tensor => ({
    shape,
    dtype: config.dtype,
    data: store(config.dtype, values),
  });
  return {
    inputs: like(x.shape, result.inputs),
    ...(weights.gamma !== null && { gamma: like(built.parameterShape, result.gamma) }),
    ...(weights.beta !== null && { beta: like(built.parameterShape, result.beta) }),
  };
}
