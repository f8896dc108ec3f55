import type { Shape } from "../tensor/shape";
import { allocate, store } from "../tensor/tensor";
import type { DType, Tensor } from "../tensor/tensor";
import type { Operand } from "./kernels";
import { ResidentTensor } from "./wasm/resident-tensor";

/**
 * Makes a tensor from what `write` writes into it. It lives where `beside` lives: in the backend's memory, or outside.
 * When `write` throws, no memory is lost.
 */
export function writtenBeside(
  beside: unknown,
  { shape, dtype }: { readonly shape: Shape; readonly dtype: DType },
  write: (out: Operand) => void,
): Tensor {
  const length = shape.reduce((size, axis) => size * axis, 1);
  if (!(beside instanceof ResidentTensor)) return written(shape, dtype, length, write);
  const result = new ResidentTensor(shape, dtype);
  try {
    if (dtype === "float16") result.data.set(written(shape, dtype, length, write).data);
    else write(result);
    return result;
  } catch (error) {
    result.dispose();
    throw error;
  }
}

function written(
  shape: Shape,
  dtype: DType,
  length: number,
  write: (out: Operand) => void,
): Tensor {
  // A float16 number is rounded once, from what was computed, not from its nearest float32.
  const data = dtype === "float16" ? new Float64Array(length) : allocate(dtype, length);
  write({ data });
  return { shape, dtype, data: dtype === "float16" ? store(dtype, data) : data };
}
