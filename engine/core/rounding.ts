import { roundToFloat16 } from "../tensor/float16";
import type { DType } from "../tensor/tensor";

/**
 * How an intermediate result is kept. TensorFlow's unfused layer is a graph of small operations, each of which rounds
 * what it returns to the tensor's dtype; where two of them cancel, those roundings are most of what is left. Sums
 * over elements are formed in float64 and rounded once.
 */
export type Rounding = (value: number) => number;

/** Nothing is lost between the operations: float64, and the fused implementation, which is one operation. */
export const unrounded: Rounding = (value) => value;

const byDtype: Readonly<Record<DType, Rounding>> = {
  float16: roundToFloat16,
  float32: Math.fround,
  float64: unrounded,
};

export const roundingOf = (dtype: DType): Rounding => byDtype[dtype];
