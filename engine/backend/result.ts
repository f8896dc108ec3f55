import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import { allocate, store } from "../tensor/tensor";
import type { DType, Tensor } from "../tensor/tensor";
import type { Operand } from "./kernels";
import { ResidentTensor } from "./wasm/resident-tensor";

/** A tensor and what the function that wrote it returned. */
export interface Written<T> {
  readonly tensor: Tensor;
  readonly result: T;
}

/**
 * Makes a tensor from what `write` writes into it. It lives where `beside` lives: in the backend's memory, or outside.
 * When `write` throws, no memory is lost.
 */
export function writtenBeside<T>(
  beside: unknown,
  of: { readonly shape: Shape; readonly dtype: DType },
  write: (out: Operand) => T,
): Written<T> {
  const { dtype } = of;
  // The caller's list of sizes stays the caller's.
  const shape = Object.freeze([...of.shape]);
  if (!(beside instanceof ResidentTensor)) return written(shape, dtype, write);
  const tensor = new ResidentTensor(shape, dtype);
  try {
    if (dtype !== "float16") return { tensor, result: write(tensor) };
    const outside = written(shape, dtype, write);
    tensor.data.set(outside.tensor.data);
    return { tensor, result: outside.result };
  } catch (error) {
    tensor.dispose();
    throw error;
  }
}

function written<T>(shape: Shape, dtype: DType, write: (out: Operand) => T): Written<T> {
  const length = sizeOf(shape);
  // A float16 number is rounded once, from what was computed, not from its nearest float32.
  const data = dtype === "float16" ? new Float64Array(length) : allocate(dtype, length);
  const result = write({ data });
  const stored = dtype === "float16" ? store(dtype, data) : data;
  return { tensor: { shape, dtype, data: stored }, result };
}
