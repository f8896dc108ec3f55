import { instantiate } from "./instance";
import type { KernelExports } from "./instance";
import { KernelMemory } from "./kernel-memory";

/** The kernels with their memory. */
export interface WasmBackend {
  readonly exports: KernelExports;
  readonly memory: KernelMemory;
}

/** Makes a backend with a memory of its own, of at most `limit` bytes; null where SIMD is missing. */
export function createBackend(limit?: number): WasmBackend | null {
  const exports = instantiate();
  return exports === null ? null : { exports, memory: new KernelMemory(exports, limit) };
}

let shared: WasmBackend | null | undefined;

/** The backend that all layers and tensors of a thread share, made when it is first asked for. */
export function sharedBackend(): WasmBackend | null {
  if (shared === undefined) shared = createBackend();
  return shared;
}

/** Whether numbers are seen through a view of the shared memory, which goes blind when the memory grows. */
export const viewsSharedMemory = ({ buffer }: { readonly buffer: ArrayBufferLike }): boolean =>
  shared?.memory.floats.buffer === buffer;
