import { EngineError } from "../errors";
import { generatorFor } from "../random/generator";
import type { Adjustment, AdjustmentTensor, UniformAdjustment } from "../spec/adjustment";
import { showValue } from "../spec/show-value";
import { broadcasts } from "../tensor/broadcast";
import type { Shape } from "../tensor/shape";
import { tensor } from "../tensor/tensor";
import type { Tensor } from "../tensor/tensor";

/** The affine map u ↦ u·scale + bias that an adjustment puts between normalization and γ, β. */
export interface AppliedAdjustment {
  /** As the function returned them; they broadcast to the inputs. */
  readonly scale: Tensor;
  readonly bias: Tensor;
}

const isTensor = (value: AdjustmentTensor): value is Extract<AdjustmentTensor, { shape: Shape }> =>
  typeof value === "object" && (value as unknown) !== null && "data" in value;

function asTensor(value: AdjustmentTensor, part: string): Tensor {
  if (isTensor(value))
    return tensor(Float64Array.from(value.data), { shape: value.shape, dtype: "float64" });
  if (typeof value === "number" || Array.isArray(value)) {
    return tensor(value, { dtype: "float64" });
  }
  throw new EngineError(
    "adjustment-result",
    "TypeError",
    `adjustment must be a function that returns a pair of tensors, scale and bias. Received: ${part}=${showValue(value)}`,
    { argument: "adjustment" },
  );
}

function pairFrom(result: unknown): readonly [AdjustmentTensor, AdjustmentTensor] {
  if (Array.isArray(result) && result.length === 2) {
    return result as [AdjustmentTensor, AdjustmentTensor];
  }
  throw new EngineError(
    "adjustment-result",
    "TypeError",
    `adjustment must be a function that returns a pair of tensors, scale and bias. Received: adjustment(shape)=${showValue(result)}`,
    { argument: "adjustment" },
  );
}

function checkBroadcast(part: string, { shape }: Tensor, inputs: Shape): void {
  if (broadcasts(shape, inputs)) return;
  throw new EngineError(
    "adjustment-shape",
    "ValueError",
    `adjustment must be a function whose ${part} broadcasts to the inputs, [${inputs.join(", ")}], aligned at the last axis. Received: ${part}.shape=[${shape.join(", ")}]`,
    { argument: "adjustment" },
  );
}

/** Draws scale from 1 ± spread and bias from ± spread, for each position of the last axis or for each example. */
function drawn({ scale, bias, per }: UniformAdjustment, shape: Shape, key: readonly number[]) {
  const random = generatorFor(...key);
  const drawnShape =
    per === "example" ? shape.map((size, at) => (at === 0 ? size : 1)) : [shape.at(-1) ?? 1];
  const count = (per === "example" ? shape[0] : shape.at(-1)) ?? 1;
  const uniform = (centre: number, spread: number): AdjustmentTensor => ({
    shape: drawnShape,
    data: Float64Array.from({ length: count }, () => centre + spread * (2 * random() - 1)),
  });
  return [uniform(1, scale), uniform(0, bias)] as const;
}

/**
 * Asks the adjustment for the scale and bias of one training call. `key` seeds the draw of an adjustment given as
 * data. Throws a TypeError when the function returns no pair, a ValueError when a part does not broadcast.
 */
export function adjustmentFor(
  adjustment: Exclude<Adjustment, null>,
  shape: Shape,
  key: readonly number[],
): AppliedAdjustment {
  const result: unknown =
    typeof adjustment === "function" ? adjustment([...shape]) : drawn(adjustment, shape, key);
  const [first, second] = pairFrom(result);
  const scale = asTensor(first, "scale");
  const bias = asTensor(second, "bias");
  checkBroadcast("scale", scale, shape);
  checkBroadcast("bias", bias, shape);
  return { scale, bias };
}
