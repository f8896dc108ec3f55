import { besselFactor } from "../core/moving-average";
import { BatchNormalization } from "../layer/batch-normalization";
import type { BatchNormConfig } from "../spec/batch-norm";
import type { ProfileId } from "../spec/profiles";
import { channelView } from "../tensor/channel-view";
import type { Shape } from "../tensor/shape";
import { tensor } from "../tensor/tensor";
import type { Tensor } from "../tensor/tensor";
import type { MovingVariances } from "../types/moving-variances";

export interface ComparedInputs {
  readonly values: Float64Array;
  readonly shape: Shape;
  /** Resolved. */
  readonly axes: readonly number[];
}

/** The arguments that both paths share. */
export type ComparedArguments = Pick<BatchNormConfig, "momentum" | "epsilon">;

/** The moving variance before and after each of some training calls, row by row. */
function varianceHistory(layer: BatchNormalization, inputs: Tensor, calls: number): Float64Array {
  const rows = Array.from({ length: calls }, () => {
    const { before, after } = layer.trace(inputs, { training: true }).moving;
    return { before: before.variance.data, after: after.variance.data };
  });
  const [first] = rows;
  return Float64Array.from(
    [...(first === undefined ? [] : [first.before]), ...rows.map(({ after }) => after)].flatMap(
      (row) => [...row],
    ),
  );
}

/**
 * Puts the same numbers through both implementations. Inputs of any rank are laid out as m × 1 × 1 × channels, which
 * both have and which leaves each channel its elements.
 */
export function bothPaths(
  inputs: ComparedInputs,
  args: ComparedArguments,
  { profile, calls }: { readonly profile: ProfileId; readonly calls: number },
): Omit<MovingVariances, "own"> {
  const { images, elements } = asImages(inputs);
  const made = (fused: boolean): BatchNormalization =>
    new BatchNormalization({ ...args, fused, axis: -1, dtype: "float32" }, { profile });
  const { batch } = made(false).trace(images, { training: true });
  return {
    elements,
    besselFactor: besselFactor(elements),
    biased: Float64Array.from(batch?.variance.data ?? []),
    unfused: varianceHistory(made(false), images, calls),
    fused: varianceHistory(made(true), images, calls),
  };
}

function asImages({ values, shape, axes }: ComparedInputs): {
  readonly images: Tensor;
  readonly elements: number;
} {
  const { channelOf, channelCount } = channelView(shape, axes);
  const elements = values.length / channelCount;
  const seen = new Int32Array(channelCount);
  const sorted = new Float64Array(values.length);
  values.forEach((value, i) => {
    const channel = channelOf[i]!;
    sorted[seen[channel]! * channelCount + channel] = value;
    seen[channel]! += 1;
  });
  const images = tensor(sorted, { shape: [elements, 1, 1, channelCount], dtype: "float32" });
  return { images, elements };
}
