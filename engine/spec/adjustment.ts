/** A tensor as far as an adjustment has to make one; plain and nested numbers stand for their own shape. */
export type AdjustmentTensor =
  | number
  | readonly AdjustmentTensor[]
  | { readonly shape: readonly number[]; readonly data: ArrayLike<number> };

/**
 * Makes the scale and bias of one training call from the shape of its inputs. Both must broadcast to that shape,
 * aligned at the last axis.
 */
export type AdjustmentFunction = (
  shape: readonly number[],
) => readonly [scale: AdjustmentTensor, bias: AdjustmentTensor];

/** What has numbers of its own: each position of the last axis, or each example. */
export const adjustedUnits = ["feature", "example"] as const;
export type AdjustedUnit = (typeof adjustedUnits)[number];

/**
 * An adjustment as data, for links and workers: independent uniform numbers for each feature, which is a position of the
 * last axis, or for each example, drawn anew at each step, scale from 1 ± `scale` and bias from ± `bias`.
 */
export interface UniformAdjustment {
  readonly scale: number;
  readonly bias: number;
  /** Features unless given, as in the documented example. */
  readonly per?: AdjustedUnit;
}

export type Adjustment = AdjustmentFunction | UniformAdjustment | null;

const isSpread = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0;

/** Whether it names what the numbers are drawn for, or leaves that open. */
const isUnit = (value: unknown): boolean =>
  value === undefined || adjustedUnits.some((unit) => unit === value);

export const isAdjustment = (value: unknown): value is Adjustment =>
  value === null ||
  typeof value === "function" ||
  (typeof value === "object" &&
    "scale" in value &&
    "bias" in value &&
    isSpread(value.scale) &&
    isSpread(value.bias) &&
    (!("per" in value) || isUnit(value.per)));
