import type { Rounding } from "../core/rounding";
import type { Normalization } from "../core/normalization";
import { sizeOf } from "../tensor/shape";
import { allocate, store } from "../tensor/tensor";
import type { Tensor, TensorData } from "../tensor/tensor";
import type { AppliedAdjustment } from "./adjustment";
import { arithmeticOf } from "./arithmetic";
import type { Forward } from "./forward-pass";
import type { ForwardContext } from "./forward-context";

type Pass = Pick<Forward, "view" | "used" | "renorm" | "adjustment" | "normalization">;

/**
 * The outputs of a call. Without an adjustment every channel is a line, which the unfused layer computes as
 * x·k + (β − μ·k) and the fused one as (x − μ)·k + β; with |μ| far above the deviation the first loses digits.
 */
export function outputsOf(context: ForwardContext, x: Tensor, pass: Pass): TensorData {
  const { adjustment } = pass;
  if (adjustment !== null) return store(x.dtype, adjustedOutputs(context, x, pass, adjustment));
  if (x.dtype === "float16") {
    const values = new Float64Array(x.data.length);
    writeLines(context, x, pass, values);
    return store(x.dtype, values);
  }
  const data = allocate(x.dtype, x.data.length);
  writeLines(context, x, pass, data);
  return data;
}

function writeLines(context: ForwardContext, x: Tensor, pass: Pass, out: TensorData): void {
  const { kernels, built, weights } = context;
  const { view, normalization, used } = pass;
  const round = arithmeticOf(context).line;
  if (!built.fused) {
    kernels.affine(x.data, view, { ...normalization, round }, out);
    return;
  }
  const offset = Float64Array.from(used.mean, (_, c) => weights.beta?.[c] ?? 0);
  const line = { mean: used.mean, scale: normalization.scale, offset, round };
  kernels.centredAffine(x.data, view, line, out);
}

/** Each channel's line applied to the inputs, in float64; with an adjustment, that is x̂·r + d, which it is applied to. */
export function lineOf(
  { kernels }: Pick<ForwardContext, "kernels">,
  x: Pick<Tensor, "data">,
  line: {
    readonly view: Forward["view"];
    readonly normalization: Pick<Normalization, "scale" | "offset">;
    readonly round: Rounding;
  },
): Float64Array {
  const values = new Float64Array(x.data.length);
  kernels.affine(x.data, line.view, { ...line.normalization, round: line.round }, values);
  return values;
}

/**
 * y = γ·((x̂·r + d)·a + b) + β, composed as TensorFlow composes it: first S = a·γ and O = b·γ + β, then S ← r·S and
 * O ← d·S + O, and last y = x·k + (O − μ·k) with k = S/√(v + ε). a and b have one number per element.
 */
function adjustedOutputs(
  context: ForwardContext,
  x: Tensor,
  { view, used, renorm, normalization }: Pass,
  { scaleOf, biasOf }: AppliedAdjustment,
): Float64Array {
  const { gamma, beta } = context.weights;
  const channels = sizeOf(context.built.parameterShape);
  const { moments: round, line } = arithmeticOf(context);
  return Float64Array.from(x.data, (value, i) => {
    const group = view.channelOf[i]!;
    const c = group % channels;
    const adjusted = round(round(scaleOf[i]!) * (gamma?.[c] ?? 1));
    const shifted = round(round(round(biasOf[i]!) * (gamma?.[c] ?? 1)) + (beta?.[c] ?? 0));
    const scale = round((renorm?.applied.r[c] ?? 1) * adjusted);
    const offset = round(round((renorm?.applied.d[c] ?? 0) * adjusted) + shifted);
    const slope = line(normalization.inverseDeviation[group]! * line(scale));
    const rest = line(line(offset) - line(line(used.mean[group]!) * slope));
    return line(line(value * slope) + rest);
  });
}
