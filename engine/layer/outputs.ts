import type { Operand } from "../backend/kernels";
import { referenceKernels } from "../backend/reference";
import type { Rounding } from "../core/rounding";
import type { Normalization } from "../core/normalization";
import { sizeOf } from "../tensor/shape";
import type { Tensor } from "../tensor/tensor";
import type { AppliedAdjustment } from "./adjustment";
import { cellsOf } from "./adjustment-cells";
import { arithmeticOf } from "./arithmetic";
import type { ChannelNumbers, Forward } from "./forward-pass";
import type { ForwardContext } from "./forward-context";

type Pass = Pick<Forward, "view" | "renorm" | "adjustment"> &
  Pick<ChannelNumbers, "used" | "normalization">;

/**
 * Writes the outputs of a call. Without an adjustment every channel is a line, which the unfused layer computes as
 * x·k + (β − μ·k) and the fused one as (x − μ)·k + β; with |μ| far above the deviation the first loses digits.
 */
export function writeOutputs(context: ForwardContext, x: Tensor, pass: Pass, out: Operand): void {
  const { kernels, built, weights } = context;
  const { view, normalization, used, adjustment } = pass;
  if (adjustment !== null) {
    writeAdjusted(context, x, { ...pass, adjustment }, out);
    return;
  }
  const round = arithmeticOf(context).line;
  if (!built.fused) {
    kernels.affine(x, view, { ...normalization, round }, out);
    return;
  }
  const offset = Float64Array.from(used.mean, (_, c) => weights.beta?.[c] ?? 0);
  const line = { mean: used.mean, scale: normalization.scale, offset, round };
  kernels.centredAffine(x, view, line, out);
}

/** Each channel's line applied to the inputs, in float64; with an adjustment, that is x̂·r + d, which it is applied to. */
export function lineOf(
  x: Operand,
  line: {
    readonly view: Forward["view"];
    readonly normalization: Pick<Normalization, "scale" | "offset">;
    readonly round: Rounding;
  },
): Float64Array {
  const values = new Float64Array(x.data.length);
  referenceKernels.affine(
    x,
    line.view,
    { ...line.normalization, round: line.round },
    {
      data: values,
    },
  );
  return values;
}

/**
 * y = γ·((x̂·r + d)·a + b) + β, composed as TensorFlow composes it: first S = a·γ and O = b·γ + β, then S ← r·S and
 * O ← d·S + O, and last y = x·k + (O − μ·k) with k = S/√(v + ε). a and b have one number per cell.
 */
function writeAdjusted(
  context: ForwardContext,
  x: Tensor,
  { used, renorm, normalization, adjustment }: Pass & { readonly adjustment: AppliedAdjustment },
  out: Operand,
): void {
  const { built, kernels } = context;
  const { gamma, beta } = context.weights;
  const channels = sizeOf(built.parameterShape);
  const { moments: round, line } = arithmeticOf(context);
  const cells = cellsOf(x.shape, built.axes, adjustment);
  const slope = new Float64Array(cells.view.channelCount);
  const rest = new Float64Array(cells.view.channelCount);
  cells.channelOf.forEach((group, cell) => {
    const c = group % channels;
    const adjusted = round(round(cells.scaleOf[cell]!) * (gamma?.[c] ?? 1));
    const biased = round(round(cells.biasOf[cell]!) * (gamma?.[c] ?? 1));
    const shifted = round(biased + (beta?.[c] ?? 0));
    const scale = round((renorm?.applied.r[c] ?? 1) * adjusted);
    const offset = round(round((renorm?.applied.d[c] ?? 0) * adjusted) + shifted);
    const k = line(normalization.inverseDeviation[group]! * line(scale));
    slope[cell] = k;
    rest[cell] = line(line(offset) - line(line(used.mean[group]!) * k));
  });
  kernels.affine(x, cells.view, { scale: slope, offset: rest, round: line }, out);
}
