import { unrounded } from "../core/rounding";
import type { Rounding } from "../core/rounding";
import { writtenBeside } from "../backend/result";
import { ResidentTensor } from "../backend/wasm/resident-tensor";
import { sumOfGhosts } from "../core/ghost-batches";
import { EngineError } from "../errors";
import { sumToShape } from "../tensor/broadcast";
import { isSameShape, sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import { store } from "../tensor/tensor";
import type { DType, Tensor } from "../tensor/tensor";
import type { AppliedAdjustment } from "./adjustment";
import { arithmeticOf } from "./arithmetic";
import { cellGradients } from "./cell-gradients";
import type { GradientOperands, ParameterGradients } from "./cell-gradients";
import { once } from "./once";
import { lineOf } from "./outputs";
import type { Forward } from "./forward-pass";
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
 * BN′ is the kernels' `trainingGradients`, and in inference mode γ/s alone. Throws a ValueError when dy is not shaped
 * as the outputs.
 */
export function gradients(
  context: ForwardContext,
  x: Tensor,
  pass: Forward,
  { dy, beside }: { readonly dy: Tensor; readonly beside: unknown },
): InputGradients {
  checkShape(x, dy);
  const { config, built, weights } = context;
  const { adjustment } = pass;
  const channels = sizeOf(built.parameterShape);
  const ofParameters = (values: Float64Array): Tensor =>
    // The statistics of no elements are NaN, but nothing depends on them.
    like(
      built.parameterShape,
      weightDtype(config.dtype),
      x.data.length === 0 ? new Float64Array(channels) : values,
    );
  const { tensor, result } = writtenBeside(beside, x, (dx) =>
    adjustment === null
      ? channelGradients(context, { x, dy, dx }, pass)
      : cellGradients(context, { x, dy, dx }, pass, adjustment),
  );
  const gradients = {
    inputs: tensor,
    ...(weights.gamma && { gamma: ofParameters(result.gamma) }),
    ...(weights.beta && { beta: ofParameters(result.beta) }),
  };
  if (adjustment === null) return gradients;
  // As large as the tensor in between, and rarely asked for. By then the caller may have changed a dy of its own.
  const kept = beside instanceof ResidentTensor ? dy : { ...dy, data: dy.data.slice() };
  const ofAdjustment = once(() => adjustmentGradients(context, x, pass, { dy: kept, adjustment }));
  return {
    ...gradients,
    get adjustment() {
      return ofAdjustment();
    },
  };
}

/**
 * The gradients without an adjustment, where the whole map is one line per channel: S = r·γ and O = d·γ + β take
 * dS = Σ dy·x̂ and dO = Σ dy, from which dγ = dS·r + dO·d.
 */
function channelGradients(
  context: ForwardContext,
  { x, dy, dx }: GradientOperands,
  pass: Forward,
): ParameterGradients {
  const { built, kernels, weights } = context;
  const { view, renorm } = pass;
  const { batch, used, normalization } = pass.channels();
  const round = arithmeticOf(context).gradients;
  const channels = sizeOf(built.parameterShape);
  const result = kernels[batch === null ? "inferenceGradients" : "trainingGradients"](
    {
      x,
      dy,
      mean: used.mean,
      inverseDeviation: normalization.inverseDeviation,
      scale: scales(renorm?.applied.r, weights.gamma, used.mean.length, round),
      elementWeights: pass.elementWeights,
      round,
    },
    view,
    dx,
  );
  const dOffset = sumOfGhosts(result.offset, channels, round);
  const dScale = sumOfGhosts(result.scale, channels, round);
  const gamma = renorm
    ? dScale.map((d, c) =>
        round(round(d * renorm.applied.r[c]!) + round(dOffset[c]! * renorm.applied.d[c]!)),
      )
    : dScale;
  return { gamma, beta: dOffset };
}

/** r·γ of each channel, repeated for the ghost batches, which share them. */
function scales(
  r: ArrayLike<number> | undefined,
  gamma: ArrayLike<number> | undefined,
  count: number,
  round: Rounding,
): Float64Array {
  const shared = r?.length ?? gamma?.length ?? count;
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const c = i % shared;
    values[i] = round((r?.[c] ?? 1) * (gamma?.[c] ?? 1));
  }
  return values;
}

function checkShape(x: Tensor, dy: Tensor): void {
  if (isSameShape(dy.shape, x.shape)) return;
  throw new EngineError(
    "vjp-shape",
    "ValueError",
    `dy must be shaped as the outputs, [${x.shape.join(", ")}]. Received: dy.shape=[${dy.shape.join(", ")}]`,
  );
}

/** With u = x̂·r + d: da = γ·u·dy and db = γ·dy, summed to the shapes the adjustment gave. */
function adjustmentGradients(
  context: ForwardContext,
  x: Tensor,
  pass: Forward,
  { dy, adjustment }: { readonly dy: Tensor; readonly adjustment: AppliedAdjustment },
): NonNullable<InputGradients["adjustment"]> {
  const { channelOf } = pass.view;
  const { gamma } = context.weights;
  const { normalization } = pass.channels();
  const corrected = lineOf(x, { view: pass.view, normalization, round: unrounded });
  const toBias = Float64Array.from(dy.data, (g, i) => g * (gamma?.[channelOf[i]!] ?? 1));
  const toScale = corrected.map((u, i) => u * toBias[i]!);
  const summed = (values: Float64Array, { shape }: Tensor): Tensor =>
    like(shape, weightDtype(pass.outputs.dtype), sumToShape(values, dy.shape, shape));
  return {
    scale: summed(toScale, adjustment.scale),
    bias: summed(toBias, adjustment.bias),
  };
}
