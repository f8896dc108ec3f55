import type { Moments } from "../backend/kernels";
import { ResidentTensor } from "../backend/wasm/resident-tensor";
import { unrounded } from "../core/rounding";
import type { Correction } from "../core/renorm/correction";
import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import { store } from "../tensor/tensor";
import type { NestedNumbers, Tensor, TensorData } from "../tensor/tensor";
import { lineOf } from "./outputs";
import type { Forward } from "./forward-pass";
import type { ForwardContext } from "./forward-context";
import { gradients } from "./gradients";
import { castTo } from "../base-layer/inputs";
import { once } from "./once";
import type { RenormTrace, Statistics, Trace } from "./trace";
import type { PlannedWeight } from "./weight-plan";
import { weightDtype } from "./weight-plan";
import { required } from "./weight-storage";
import type { WeightName, WeightStorage } from "./weight-storage";

/** Presents a forward pass as tensors of the layer's dtype, with the gradients it makes possible. */
export function traced(
  context: ForwardContext,
  plan: readonly PlannedWeight[],
  inputs: Tensor,
  pass: Forward,
): Trace {
  // What is computed later must not see what the caller does to its tensor meanwhile.
  const x = inputs instanceof ResidentTensor ? inputs : { ...inputs, data: inputs.data.slice() };
  const { config, built, weights } = context;
  const { view, adjustment } = pass;
  const { batch, used, normalization } = pass.channels();
  const { parameterShape } = built;
  const dtype = weightDtype(config.dtype);
  const channels = sizeOf(parameterShape);
  const perGhost = shapePerGhost(parameterShape, pass.ghostBatches);
  const shaped = (shape: Shape, values: ArrayLike<number>): Tensor => ({
    shape,
    dtype,
    data: store(dtype, values),
  });
  const perChannel = (values: ArrayLike<number>): Tensor =>
    shaped(values.length === channels ? parameterShape : perGhost, values);
  const statistics = ({ mean, variance }: Moments): Statistics => ({
    mean: perChannel(mean),
    variance: perChannel(variance),
  });
  const moving = (storage: WeightStorage): Statistics => ({
    mean: perChannel(required(storage, "moving_mean")),
    variance: perChannel(required(storage, "moving_variance")),
  });
  const optional = (weight: TensorData | undefined): Tensor | null =>
    weight === undefined ? null : perChannel(weight);

  // Most callers look at a few of these only, in every step of a loop.
  const batchOf = once(() => (batch === null ? null : statistics(batch)));
  const sharedOf = once(() => (pass.shared === null ? null : statistics(pass.shared)));
  const usedOf = once(() => statistics(used));
  const normalizedOf = once(() => ({
    shape: x.shape,
    dtype: x.dtype,
    data: store(x.dtype, normalizedValues(x, pass)),
  }));
  const renormOf = once(() => renormTrace(pass, perChannel));
  const adjustmentOf = once(
    () =>
      adjustment && {
        scale: shaped(adjustment.scale.shape, adjustment.scale.data),
        bias: shaped(adjustment.bias.shape, adjustment.bias.data),
      },
  );
  const parametersOf = once(() => ({
    gamma: optional(weights.gamma),
    beta: optional(weights.beta),
    effectiveScale: perChannel(normalization.scale),
    effectiveOffset: perChannel(normalization.offset),
  }));
  const movingOf = once(() => ({ before: moving(weights), after: moving(pass.weightsAfter) }));
  const weightsOf = once(() => ({
    before: allWeights(plan, weights),
    after: allWeights(plan, pass.weightsAfter),
  }));

  return {
    outputs: pass.outputs,
    mode: batch === null ? "inference" : "training",
    fused: built.fused,
    reductionAxes: built.reductionAxes,
    parameterShape,
    ghostBatches: pass.ghostBatches,
    samplesPerStatistic: view.samplesPerChannel,
    get batch() {
      return batchOf();
    },
    get sharedBatch() {
      return sharedOf();
    },
    get used() {
      return usedOf();
    },
    get normalized() {
      return normalizedOf();
    },
    get renorm() {
      return renormOf();
    },
    get adjustment() {
      return adjustmentOf();
    },
    get gamma() {
      return parametersOf().gamma;
    },
    get beta() {
      return parametersOf().beta;
    },
    get effectiveScale() {
      return parametersOf().effectiveScale;
    },
    get effectiveOffset() {
      return parametersOf().effectiveOffset;
    },
    get moving() {
      return movingOf();
    },
    get weights() {
      return weightsOf();
    },
    vjp: (dy: Tensor | NestedNumbers) =>
      gradients(context, x, pass, { dy: castTo(x.dtype, dy), beside: dy }),
  };
}

/** The parameters' shape with the ghost batches in second place, where ghost batches have a 1 in it. */
const shapePerGhost = (shape: Shape, ghostBatches: number): Shape =>
  ghostBatches === 1 ? shape : [shape[0]!, ghostBatches, ...shape.slice(2)];

function normalizedValues(x: Tensor, pass: Forward): Float64Array {
  const { used, normalization: line } = pass.channels();
  const { inverseDeviation } = line;
  const offset = inverseDeviation.map((inverse, c) => -used.mean[c]! * inverse);
  const normalization = { scale: inverseDeviation, offset };
  return lineOf(x, { view: pass.view, normalization, round: unrounded });
}

function renormTrace(
  { renorm }: Forward,
  perChannel: (values: ArrayLike<number>) => Tensor,
): RenormTrace | null {
  if (renorm === null) return null;
  const tensors = ({ r, d }: Correction): { r: Tensor; d: Tensor } => ({
    r: perChannel(r),
    d: perChannel(d),
  });
  const { averages } = renorm.unclipped;
  return {
    bounds: renorm.bounds,
    beforeClipping: tensors(renorm.unclipped),
    averages: { mean: perChannel(averages.mean), deviation: perChannel(averages.deviation) },
    ...tensors(renorm.applied),
  };
}

/** The weights of a storage as tensors of their own. */
const allWeights = (
  plan: readonly PlannedWeight[],
  storage: WeightStorage,
): Readonly<Partial<Record<WeightName, Tensor>>> =>
  Object.fromEntries(
    plan.map(({ name, shape, dtype }) => [
      name,
      { shape, dtype, data: required(storage, name).slice() },
    ]),
  );
