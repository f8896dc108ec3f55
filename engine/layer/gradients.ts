import { sumOfGhosts } from "../core/ghost-batches";
import { EngineError } from "../errors";
import { sumToShape } from "../tensor/broadcast";
import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import { store } from "../tensor/tensor";
import type { DType, Tensor } from "../tensor/tensor";
import type { AppliedAdjustment } from "./adjustment";
import { lineOf } from "./forward";
import type { Forward } from "./forward";
import type { ForwardContext } from "./forward-context";
import type { InputGradients } from "./trace";
import { weightDtype } from "./weight-plan";

const like = (shape: Shape, dtype: DType, values: Float64Array): Tensor => ({
  shape,
  dtype,
  data: store(dtype, values),
});

/**
 * The gradients of Σ y·dy for y = γ·(a·(x̂·r + d) + b) + β. Renorm's r and d are constants to it, and so are the
 * moving statistics; the batch's are not:
 *
 *   dx = BN′(γ·r·a·dy) within each ghost batch,  dγ = Σ dy·(a·(x̂·r + d) + b),  dβ = Σ dy,
 *   da = γ·(x̂·r + d)·dy and db = γ·dy, summed to the shapes the adjustment gave.
 *
 * Throws a ValueError when dy is not shaped as the outputs.
 */
export function gradients(
  context: ForwardContext,
  x: Tensor,
  pass: Forward,
  dy: Tensor,
): InputGradients {
  checkShape(x, dy);
  const { config, built, kernels, weights } = context;
  const { view, renorm, adjustment, round } = pass;
  const channels = sizeOf(built.parameterShape);
  const gammaOf = (group: number): number => weights.gamma?.[group % channels] ?? 1;
  const rOf = (group: number): number => renorm?.applied.r[group % channels] ?? 1;
  const upstream = Float64Array.from(dy.data, (g, i) => g * (adjustment?.scaleOf[i] ?? 1));

  const differentiate = pass.batch === null ? "inferenceGradients" : "trainingGradients";
  const result = kernels[differentiate](
    {
      x: x.data,
      dy: upstream,
      mean: pass.used.mean,
      inverseDeviation: pass.normalization.inverseDeviation,
      scale: Float64Array.from(pass.used.mean, (_, group) => round(gammaOf(group) * rOf(group))),
      elementWeights: pass.elementWeights,
      round,
    },
    view,
  );
  const sums = channelSums(dy, upstream, pass, channels);
  const normalized = sumOfGhosts(result.scale, channels);
  const gammaGradient = (sum: number, c: number): number =>
    sum * rOf(c) + sums.upstream[c]! * (renorm?.applied.d[c] ?? 0) + sums.biased[c]!;
  // The statistics of no elements are NaN, but nothing depends on them.
  const gamma = x.data.length === 0 ? new Float64Array(channels) : normalized.map(gammaGradient);
  const parameterDtype = weightDtype(config.dtype);
  const { parameterShape } = built;
  return {
    inputs: like(x.shape, x.dtype, result.inputs),
    ...(weights.gamma && { gamma: like(parameterShape, parameterDtype, gamma) }),
    ...(weights.beta && { beta: like(parameterShape, parameterDtype, sums.dy) }),
    ...(adjustment && {
      adjustment: adjustmentGradients(adjustment, gammaOf, lineOf(context, x, pass), { dy, pass }),
    }),
  };
}

function checkShape(x: Tensor, dy: Tensor): void {
  if (dy.shape.length === x.shape.length && dy.shape.every((size, i) => size === x.shape[i])) {
    return;
  }
  throw new EngineError(
    "vjp-shape",
    "ValueError",
    `dy must be shaped as the outputs, [${x.shape.join(", ")}]. Received: dy.shape=[${dy.shape.join(", ")}]`,
  );
}

/** Σ dy, Σ a·dy and Σ b·dy over each channel of all ghost batches. */
function channelSums(
  dy: Tensor,
  upstream: Float64Array,
  { view, adjustment }: Forward,
  channels: number,
): Readonly<Record<"dy" | "upstream" | "biased", Float64Array>> {
  const sums = {
    dy: new Float64Array(channels),
    upstream: new Float64Array(channels),
    biased: new Float64Array(channels),
  };
  dy.data.forEach((g, i) => {
    const c = view.channelOf[i]! % channels;
    sums.dy[c]! += g;
    sums.upstream[c]! += upstream[i]!;
    sums.biased[c]! += g * (adjustment?.biasOf[i] ?? 0);
  });
  return sums;
}

/** `corrected` is x̂·r + d, one number per element. */
function adjustmentGradients(
  adjustment: AppliedAdjustment,
  gammaOf: (channel: number) => number,
  corrected: Float64Array,
  { dy, pass }: { readonly dy: Tensor; readonly pass: Forward },
): NonNullable<InputGradients["adjustment"]> {
  const { channelOf } = pass.view;
  const toBias = Float64Array.from(dy.data, (g, i) => g * gammaOf(channelOf[i]!));
  const toScale = corrected.map((u, i) => u * toBias[i]!);
  const summed = (values: Float64Array, { shape }: Tensor): Tensor =>
    like(shape, weightDtype(pass.outputs.dtype), sumToShape(values, dy.shape, shape));
  return {
    scale: summed(toScale, adjustment.scale),
    bias: summed(toBias, adjustment.bias),
  };
}
