import type { ElementWeights, Moments, PerChannel } from "../backend/kernels";
import { averageOfGhosts, ghostBatchesOf } from "../core/ghost-batches";
import { composeAffine, composeNormalization } from "../core/normalization";
import type { AffineParameters, Normalization } from "../core/normalization";
import { roundingOf, unrounded } from "../core/rounding";
import type { Rounding } from "../core/rounding";
import { channelView } from "../tensor/channel-view";
import type { ChannelView } from "../tensor/channel-view";
import { sizeOf } from "../tensor/shape";
import { allocate, store } from "../tensor/tensor";
import type { Tensor, TensorData } from "../tensor/tensor";
import { adjustmentFor } from "./adjustment";
import type { AppliedAdjustment } from "./adjustment";
import { renormStep } from "./renorm";
import type { RenormStep } from "./renorm";
import type { ForwardContext } from "./forward-context";
import { nextWeights } from "./next-weights";
import { weightDtype } from "./weight-plan";
import { required } from "./weight-storage";
import type { WeightStorage } from "./weight-storage";

/** A forward pass before it is made presentable: float64 statistics and the weights it leads to. */
export interface Forward {
  readonly outputs: Tensor;
  /** Of every ghost batch, where there are any. */
  readonly view: ChannelView;
  readonly ghostBatches: number;
  readonly elementWeights: ElementWeights | undefined;
  /** Of every ghost batch; null in inference mode. */
  readonly batch: Moments | null;
  /** The statistics that normalized the inputs. */
  readonly used: Moments;
  readonly renorm: RenormStep | null;
  readonly adjustment: AppliedAdjustment | null;
  /** Without an adjustment, the whole of the map from inputs to outputs. */
  readonly normalization: Normalization;
  /** How the operations after the moments keep their results. */
  readonly round: Rounding;
  readonly weightsAfter: WeightStorage;
}

/** How one call is to be made. */
export interface Mode {
  readonly training: boolean;
  /** False for a frozen layer that still normalizes with its batch's statistics. */
  readonly updates: boolean;
  readonly elementWeights: ElementWeights | undefined;
}

/** What a call learns before it writes an output. */
type Preparation = Pick<
  Forward,
  "view" | "ghostBatches" | "elementWeights" | "batch" | "used" | "renorm" | "adjustment"
> & {
  /** `batch` averaged over ghost batches. */
  readonly shared: Moments | null;
};

/**
 * Normalizes `x` with the batch's statistics (training) or the moving ones (inference), and computes, without
 * storing them, the weights after the call. An empty batch leaves the moving statistics as they are.
 */
export function forward(context: ForwardContext, x: Tensor, mode: Mode): Forward {
  const { weights } = context;
  const { round } = roundingsOf(context);
  const prepared = mode.training
    ? prepareTraining(context, x, mode.elementWeights)
    : prepareInference(context, x);
  const { used, renorm, adjustment, shared, view } = prepared;
  const normalization = composeNormalization(
    used,
    epsilonOf(context),
    adjustment === null ? parametersOf(weights, renorm, round) : correctionOf(renorm),
    round,
  );
  const pass = { ...prepared, normalization, round };
  const movement = { renorm, updates: mode.updates, samplesPerChannel: view.samplesPerChannel };
  return {
    ...pass,
    outputs: { shape: x.shape, dtype: x.dtype, data: outputsOf(context, x, pass) },
    weightsAfter:
      shared === null || x.data.length === 0 ? weights : nextWeights(context, shared, movement),
  };
}

function prepareTraining(
  context: ForwardContext,
  x: Tensor,
  elementWeights: ElementWeights | undefined,
): Preparation {
  const { config, built, kernels, seed, step } = context;
  const ghostBatches = ghostBatchesFor(context, x, true);
  const view = channelView(x.shape, built.axes, ghostBatches);
  const round = roundingsOf(context).moments;
  const batch = kernels.moments(x.data, view, { elementWeights, round });
  const shared = averageOverGhosts(batch, sizeOf(built.parameterShape));
  return {
    view,
    ghostBatches,
    elementWeights,
    batch,
    shared,
    used: batch,
    renorm: config.renorm ? renormStep(context, shared) : null,
    adjustment:
      config.adjustment === null ? null : adjustmentFor(config.adjustment, x.shape, [seed, step]),
  };
}

function prepareInference(context: ForwardContext, x: Tensor): Preparation {
  const { built, weights } = context;
  const asPerChannel = (name: "moving_mean" | "moving_variance"): PerChannel =>
    Float64Array.from(required(weights, name));
  return {
    view: channelView(x.shape, built.axes, ghostBatchesFor(context, x, false)),
    ghostBatches: 1,
    elementWeights: undefined,
    batch: null,
    shared: null,
    used: { mean: asPerChannel("moving_mean"), variance: asPerChannel("moving_variance") },
    renorm: null,
    adjustment: null,
  };
}

function ghostBatchesFor(
  { config, profile }: ForwardContext,
  x: Tensor,
  training: boolean,
): number {
  const size = config.virtual_batch_size;
  if (size === null || (!training && !profile.ghostsDivideInference)) return 1;
  const count = ghostBatchesOf(x.shape[0]!, size);
  // At inference ghost batches share the moving statistics: the outputs are those of the whole batch.
  return training ? count : 1;
}

const averageOverGhosts = ({ mean, variance }: Moments, channels: number): Moments => ({
  mean: averageOfGhosts(mean, channels),
  variance: averageOfGhosts(variance, channels),
});

/** ε as it enters the outputs and the gradients: older fused operations raise a small one. */
const epsilonOf = ({ config, built, profile }: ForwardContext): number =>
  built.fused
    ? Math.max(config.epsilon, profile.fusedEpsilonFloor ?? config.epsilon)
    : config.epsilon;

/** The unfused layer rounds at every operation; versions differ in how 16-bit layers go on after float32 moments. */
function roundingsOf({ config, built, profile }: ForwardContext): {
  readonly moments: Rounding;
  readonly round: Rounding;
} {
  if (built.fused) return { moments: unrounded, round: unrounded };
  const moments = roundingOf(weightDtype(config.dtype));
  const isHalf = config.dtype === "float16" && profile.halfArithmetic === "float16";
  return { moments, round: isHalf ? roundingOf("float16") : moments };
}

const correctionOf = (renorm: RenormStep | null): AffineParameters =>
  renorm === null
    ? { gamma: null, beta: null }
    : { gamma: renorm.applied.r, beta: renorm.applied.d };

const parametersOf = (
  weights: WeightStorage,
  renorm: RenormStep | null,
  round: Rounding,
): AffineParameters =>
  composeAffine(
    correctionOf(renorm),
    { gamma: weights.gamma ?? null, beta: weights.beta ?? null },
    round,
  );

type Pass = Pick<Forward, "view" | "adjustment" | "normalization" | "round">;

function outputsOf(context: ForwardContext, x: Tensor, pass: Pass): TensorData {
  const { adjustment } = pass;
  if (adjustment !== null) {
    return store(x.dtype, adjustedOutputs(context, lineOf(context, x, pass), pass, adjustment));
  }
  if (x.dtype === "float16") return store(x.dtype, lineOf(context, x, pass));
  const data = allocate(x.dtype, x.data.length);
  context.kernels.affine(x.data, pass.view, { ...pass.normalization, round: pass.round }, data);
  return data;
}

/** Each channel's line applied to the inputs; with an adjustment, that is x̂·r + d, which it is applied to. */
export function lineOf(
  { kernels }: Pick<ForwardContext, "kernels">,
  x: Pick<Tensor, "data">,
  {
    view,
    normalization,
    round,
  }: Pick<Forward, "view" | "round"> & {
    readonly normalization: Pick<Normalization, "scale" | "offset">;
  },
): Float64Array {
  const values = new Float64Array(x.data.length);
  kernels.affine(x.data, view, { ...normalization, round }, values);
  return values;
}

/** y = γ·((x̂·r + d)·a + b) + β. */
function adjustedOutputs(
  { weights: { gamma, beta } }: ForwardContext,
  corrected: Float64Array,
  { view: { channelOf } }: Pass,
  { scaleOf, biasOf }: AppliedAdjustment,
): Float64Array {
  return corrected.map((u, i) => {
    const c = channelOf[i]!;
    return (u * scaleOf[i]! + biasOf[i]!) * (gamma?.[c] ?? 1) + (beta?.[c] ?? 0);
  });
}
