import type { DType } from "../tensor/tensor";
import type { BackendId, Kernels } from "./kernels";
import { referenceKernels } from "./reference";
import { wasmKernels } from "./wasm";
import { sharedBackend } from "./wasm/backend";

export const backendIds: readonly BackendId[] = ["wasm", "reference"];

export const isBackendId = (value: string): value is BackendId =>
  (backendIds as readonly string[]).includes(value);

let shared: Kernels | null | undefined;

/** The SIMD kernels on the memory that all layers of a thread share; null where the machine has none. */
function sharedWasmKernels(): Kernels | null {
  if (shared !== undefined) return shared;
  const backend = sharedBackend();
  return (shared = backend === null ? null : wasmKernels(backend));
}

/**
 * The kernels that answer for a layer of this dtype: those asked for, or the reference's where the asked ones do not
 * have the dtype or the machine does not have them.
 */
export function kernelsFor(asked: BackendId, dtype: DType): Kernels {
  if (asked === "reference" || dtype !== "float32") return referenceKernels;
  return sharedWasmKernels() ?? referenceKernels;
}
