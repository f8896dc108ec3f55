import type { Operand } from "../kernels";
import type { Address } from "./instance";
import type { KernelMemory } from "./kernel-memory";
import { ResidentTensor } from "./resident-tensor";

/** Where a resident tensor's numbers begin; null for one that is elsewhere. */
const residence = (operand: Operand, memory: KernelMemory): Address | null =>
  operand instanceof ResidentTensor ? operand.addressIn(memory) : null;

/**
 * Runs a kernel with the addresses of its operands. Operands that are not in the memory are copied there and, the one
 * that is written, back again; the room they took is freed whatever happens.
 */
export function staged(
  memory: KernelMemory,
  reads: readonly Operand[],
  out: Operand | null,
  run: (out: Address, ...reads: readonly Address[]) => void,
): void {
  const blocks: Address[] = [];
  const allocate = (length: number): Address => {
    const address = memory.allocate(4 * length);
    blocks.push(address);
    return address;
  };
  try {
    const from = reads.map((operand) => {
      const resident = residence(operand, memory);
      if (resident !== null) return resident;
      const address = allocate(operand.data.length);
      memory.floats.set(operand.data, address / 4);
      return address;
    });
    if (out === null) {
      run(0, ...from);
      return;
    }
    const resident = residence(out, memory);
    if (resident !== null) {
      run(resident, ...from);
      return;
    }
    const to = allocate(out.data.length);
    run(to, ...from);
    out.data.set(memory.floats.subarray(to / 4, to / 4 + out.data.length));
  } finally {
    blocks.forEach((address) => memory.free(address));
  }
}
