import { roundToFloat16 } from "../tensor/float16";
import type { DType } from "../tensor/tensor";

/**
 * How an intermediate result is kept. TensorFlow's layer is a graph of small operations, each of which rounds what it
 * returns to the tensor's dtype, sums after every term; where two of them cancel, those roundings are most of what is
 * left.
 */
export type Rounding = (value: number) => number;

/** Nothing is lost between the operations: what float64 does. */
export const unrounded: Rounding = (value) => value;

const byDtype: Readonly<Record<DType, Rounding>> = {
  float16: roundToFloat16,
  float32: Math.fround,
  float64: unrounded,
};

export const roundingOf = (dtype: DType): Rounding => byDtype[dtype];
