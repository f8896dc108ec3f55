import { residentTensor } from "@/engine";
import type { ResidentTensor, Tensor } from "@/engine";
import { sharedBackend } from "@/engine/backend/wasm/backend";
import type { KernelMemory } from "@/engine/backend/wasm/kernel-memory";

/** A tensor's copy in the backend's memory. */
export const resident = ({ data, shape, dtype }: Tensor): ResidentTensor =>
  residentTensor(data, { shape, dtype });

/** The memory that all layers and resident tensors share. */
export function sharedMemory(): KernelMemory {
  const backend = sharedBackend();
  if (backend === null) throw new Error("This machine has no SIMD to test.");
  return backend.memory;
}

/** What must not change when nothing is kept: the bytes in use and the bytes the memory has grown to. */
export const memoryUse = (): readonly [inUse: number, size: number] => {
  const { bytesInUse, size } = sharedMemory();
  return [bytesInUse, size];
};

/** Makes the memory grow, which leaves every view of it empty. */
export function growMemory(): void {
  const { size } = sharedMemory();
  residentTensor(new Float32Array(size / 4)).dispose();
  if (sharedMemory().size === size) throw new Error("The memory did not grow.");
}

/** Takes all that is free behind the last tensor, so that whatever needs more room makes the memory grow. */
export function fillMemory(): readonly ResidentTensor[] {
  const memory = sharedMemory();
  const last = residentTensor(new Float32Array(memory.size / 4));
  const end = last.addressIn(memory)! + last.data.byteLength;
  return [last, residentTensor(new Float32Array((memory.size - end) / 4))];
}
