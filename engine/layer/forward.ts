import type { ElementWeights, Moments, PerChannel } from "../backend/kernels";
import { averageOfGhosts, ghostBatchesOf } from "../core/ghost-batches";
import { composeAffine, composeNormalization } from "../core/normalization";
import type { AffineParameters } from "../core/normalization";
import type { Rounding } from "../core/rounding";
import { sizeOf } from "../tensor/shape";
import type { Tensor } from "../tensor/tensor";
import { writtenBeside } from "../backend/result";
import { adjustmentFor } from "./adjustment";
import { renormStep } from "./renorm";
import type { RenormStep } from "./renorm";
import type { ForwardContext } from "./forward-context";
import type { ChannelNumbers, Forward } from "./forward-pass";
import { arithmeticOf, epsilonOf } from "./arithmetic";
import { nextWeights } from "./next-weights";
import { writeOutputs } from "./outputs";
import { required } from "./weight-storage";
import type { WeightStorage } from "./weight-storage";

/** How one call is to be made. */
export interface Mode {
  readonly training: boolean;
  /** False for a frozen layer that still normalizes with its batch's statistics. */
  readonly updates: boolean;
  readonly elementWeights: ElementWeights | undefined;
  /** What the outputs are to live beside: the inputs before they were cast. */
  readonly beside: unknown;
}

/** What a call learns before it writes an output. */
type Preparation = Omit<Forward, "outputs" | "channels" | "weightsAfter"> &
  Omit<ChannelNumbers, "normalization">;

/**
 * Normalizes `x` with the batch's statistics (training) or the moving ones (inference), and computes, without
 * storing them, the weights after the call. An empty batch leaves the moving statistics as they are.
 */
export function forward(context: ForwardContext, x: Tensor, mode: Mode): Forward {
  const pass = isPlainTraining(context, mode)
    ? normalizedBatch(context, x, mode.beside)
    : composed(context, x, mode);
  const { renorm, shared, view } = pass;
  const movement = { renorm, updates: mode.updates, samplesPerChannel: view.samplesPerChannel };
  return {
    ...pass,
    weightsAfter:
      shared === null || x.data.length === 0
        ? context.weights
        : nextWeights(context, shared, movement),
  };
}

/** Whether nothing comes between the batch's moments and its outputs, so that the backend can do all in one. */
const isPlainTraining = ({ config }: ForwardContext, mode: Mode): boolean =>
  mode.training &&
  !config.renorm &&
  config.adjustment === null &&
  config.dtype !== "float16" &&
  mode.elementWeights === undefined;

function normalizedBatch(
  context: ForwardContext,
  x: Tensor,
  beside: unknown,
): Omit<Forward, "weightsAfter"> {
  const { built, kernels, views, weights } = context;
  const ghostBatches = ghostBatchesFor(context, x, true);
  const view = views.of(x.shape, ghostBatches);
  const round = arithmeticOf(context).moments;
  const given = {
    epsilon: epsilonOf(context),
    parameters: sizeOf(built.parameterShape),
    gamma: weights.gamma ?? null,
    beta: weights.beta ?? null,
    isCentred: built.fused,
    round,
  };
  const { tensor, result } = writtenBeside(beside, x, (out) =>
    kernels.normalize(x, view, given, out),
  );
  const { shared, moments, normalization } = result;
  return {
    outputs: tensor,
    view,
    ghostBatches,
    elementWeights: undefined,
    channels: () => ({ batch: moments(), used: moments(), normalization: normalization() }),
    shared,
    renorm: null,
    adjustment: null,
  };
}

function composed(context: ForwardContext, x: Tensor, mode: Mode): Omit<Forward, "weightsAfter"> {
  const { weights } = context;
  const { moments: round, line } = arithmeticOf(context);
  const prepared = mode.training
    ? prepareTraining(context, x, mode.elementWeights)
    : prepareInference(context, x);
  const { batch, used, ...rest } = prepared;
  const { renorm, adjustment } = rest;
  const normalization = composeNormalization(
    used,
    epsilonOf(context),
    adjustment === null ? parametersOf(weights, renorm, round) : correctionOf(renorm),
    line,
  );
  const pass = { ...prepared, normalization };
  const { tensor } = writtenBeside(mode.beside, x, (out) => writeOutputs(context, x, pass, out));
  return { ...rest, outputs: tensor, channels: () => ({ batch, used, normalization }) };
}

function prepareTraining(
  context: ForwardContext,
  x: Tensor,
  elementWeights: ElementWeights | undefined,
): Preparation {
  const { config, built, kernels, seed, step, views } = context;
  const ghostBatches = ghostBatchesFor(context, x, true);
  const view = views.of(x.shape, ghostBatches);
  const round = arithmeticOf(context).moments;
  const batch = kernels.moments(x, view, { elementWeights, round });
  const shared = averageOverGhosts(batch, sizeOf(built.parameterShape), round);
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
  const { views, weights } = context;
  const asPerChannel = (name: "moving_mean" | "moving_variance"): PerChannel =>
    Float64Array.from(required(weights, name));
  return {
    view: views.of(x.shape, ghostBatchesFor(context, x, false)),
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

const averageOverGhosts = (
  { mean, variance }: Moments,
  channels: number,
  round: Rounding,
): Moments => ({
  mean: averageOfGhosts(mean, channels, round),
  variance: averageOfGhosts(variance, channels, round),
});

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
