import { kernelBytes } from "./kernels.generated";

/** A place in the kernels' memory, in bytes. */
export type Address = number;

/** What source/index.ts exports. Structures are passed by address; `call-frame.ts` writes them. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  /** Where the memory that the kernels use themselves ends. */
  ownMemoryEnd(): Address;
  moments(panels: Address, x: Address, mean: Address, variance: Address): void;
  line(
    panels: Address,
    x: Address,
    y: Address,
    mean: Address,
    scale: Address,
    offset: Address,
  ): void;
  normalize(panels: Address, x: Address, y: Address, call: Address): void;
  gradientSums(
    panels: Address,
    x: Address,
    dy: Address,
    centre: Address,
    sums: Address,
    products: Address,
  ): void;
  inputGradients(
    panels: Address,
    x: Address,
    dy: Address,
    dx: Address,
    mean: Address,
    scale: Address,
    offset: Address,
    curvature: Address,
  ): void;
  gradients(panels: Address, x: Address, dy: Address, dx: Address, call: Address): void;
  average(values: Address, ghosts: number, channels: number, average: Address): void;
}

/** Makes an instance of the kernels with a memory of its own; null where the machine has no 128-bit SIMD. */
export function instantiate(): KernelExports | null {
  try {
    const bytes = Uint8Array.from(atob(kernelBytes), (character) => character.charCodeAt(0));
    return new WebAssembly.Instance(new WebAssembly.Module(bytes))
      .exports as unknown as KernelExports;
  } catch {
    // No WebAssembly, no SIMD in it, or a policy that forbids compiling it: the reference answers.
    return null;
  }
}
