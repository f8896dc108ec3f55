import type { Kernels, Operand } from "@/engine/backend/kernels";
import { wasmKernels } from "@/engine/backend/wasm";
import { createBackend } from "@/engine/backend/wasm/backend";
import type { WasmBackend } from "@/engine/backend/wasm/backend";

/** SIMD kernels on a memory of their own, of at most `limit` bytes. */
export function simdBackend(limit?: number): WasmBackend {
  const backend = createBackend(limit);
  if (backend === null) throw new Error("This machine has no SIMD to test.");
  return backend;
}

export const simdKernels: Kernels = wasmKernels(simdBackend());

/** What a kernel writes into an array of so many numbers, whose elements are NaN before. */
export function written(length: number, write: (out: Operand) => void): Float32Array {
  const data = new Float32Array(length).fill(Number.NaN);
  write({ data });
  return data;
}

/** Where two arrays first differ, the sign of zero included; null where they do not. */
export function firstDifference(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
): string | null {
  if (actual.length !== expected.length) {
    return `length ${actual.length} where ${expected.length} is expected`;
  }
  for (let i = 0; i < expected.length; i++) {
    if (!Object.is(actual[i], expected[i])) {
      return `[${i}]: ${actual[i]} where ${expected[i]} is expected`;
    }
  }
  return null;
}

/** The largest |actual − expected| in `units`, of which there is one for each; NaN where a number is NaN or missing. */
export function largestError(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  units?: ArrayLike<number>,
): number {
  if (actual.length !== expected.length) return Number.NaN;
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(actual[i]! - expected[i]!);
    largest = Math.max(largest, error === 0 ? 0 : error / (units?.[i] ?? 1));
  }
  return largest;
}
