import { EngineError } from "../../errors";
import type { Address, KernelExports } from "./instance";

const pageBytes = 65536;
/** Blocks begin and end with a cache line. */
const lineBytes = 64;

const addressable = 2 ** 32;

interface Extent {
  readonly address: Address;
  readonly bytes: number;
}

/**
 * The memory that tensors and kernels share, in blocks. It grows when no free block is large enough, and never
 * shrinks; freed blocks are used again.
 */
export class KernelMemory {
  readonly #memory: WebAssembly.Memory;
  readonly #limit: number;
  readonly #used = new Map<Address, number>();
  /** Free blocks by address, none next to another. */
  #free: Extent[] = [];
  #end: Address;
  #floats: Float32Array<ArrayBuffer>;
  #integers: Int32Array<ArrayBuffer>;

  /** `limit` bounds the memory in bytes; without it only the machine does. */
  constructor(exports: Pick<KernelExports, "memory" | "ownMemoryEnd">, limit = addressable) {
    this.#memory = exports.memory;
    this.#limit = limit;
    this.#end = roundUp(exports.ownMemoryEnd(), lineBytes);
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#integers = new Int32Array(this.#memory.buffer);
  }

  /** The bytes in blocks that are not free. */
  get bytesInUse(): number {
    let sum = 0;
    for (const bytes of this.#used.values()) sum += bytes;
    return sum;
  }

  /** The bytes the memory has grown to. */
  get size(): number {
    return this.#memory.buffer.byteLength;
  }

  /** All of the memory, as it is now. A view that was taken before the memory grew is empty. */
  get floats(): Float32Array<ArrayBuffer> {
    if (this.#floats.length === 0) this.#floats = new Float32Array(this.#memory.buffer);
    return this.#floats;
  }

  get integers(): Int32Array<ArrayBuffer> {
    if (this.#integers.length === 0) this.#integers = new Int32Array(this.#memory.buffer);
    return this.#integers;
  }

  /** Finds a block. Throws a RuntimeError, and leaves everything as it was, when there is no room. */
  allocate(bytes: number): Address {
    const wanted = roundUp(Math.max(bytes, lineBytes), lineBytes);
    const index = this.#free.findIndex((extent) => extent.bytes >= wanted);
    const address = index === -1 ? this.#extend(wanted) : this.#take(index, wanted);
    this.#used.set(address, wanted);
    return address;
  }

  free(address: Address): void {
    const bytes = this.#used.get(address);
    if (bytes === undefined) return;
    this.#used.delete(address);
    const at = this.#free.findIndex((extent) => extent.address > address);
    const index = at === -1 ? this.#free.length : at;
    const before = this.#free[index - 1];
    const after = this.#free[index];
    const joinsBefore = before !== undefined && endOf(before) === address;
    const joinsAfter = after?.address === address + bytes;
    const start = joinsBefore ? before.address : address;
    const end = joinsAfter ? endOf(after) : address + bytes;
    this.#free.splice(joinsBefore ? index - 1 : index, Number(joinsBefore) + Number(joinsAfter), {
      address: start,
      bytes: end - start,
    });
  }

  #take(index: number, bytes: number): Address {
    const { address, bytes: available } = this.#free[index]!;
    if (available === bytes) this.#free.splice(index, 1);
    else this.#free[index] = { address: address + bytes, bytes: available - bytes };
    return address;
  }

  /** Takes a block behind the last one, part of which may be free. */
  #extend(bytes: number): Address {
    const last = this.#free.at(-1);
    const isAtEnd = last !== undefined && endOf(last) === this.#end;
    const address = isAtEnd ? last.address : this.#end;
    this.#growTo(address + bytes, bytes);
    if (isAtEnd) this.#free.pop();
    this.#end = address + bytes;
    return address;
  }

  #growTo(end: number, wanted: number): void {
    const missing = end - this.size;
    if (missing <= 0) return;
    const refused = (): EngineError =>
      new EngineError(
        "backend-memory",
        "RuntimeError",
        `the backend's memory must have room for ${wanted} more bytes; dispose tensors that are no longer needed. Received: ${this.bytesInUse} bytes in use of at most ${this.#limit}`,
        { wanted, inUse: this.bytesInUse, limit: this.#limit },
      );
    if (end > this.#limit) throw refused();
    // A quarter more than is asked for, so that many small tensors make few steps.
    const generous = Math.min(Math.max(missing, this.size / 4), this.#limit - this.size);
    for (const bytes of [generous, missing]) {
      try {
        this.#memory.grow(Math.ceil(bytes / pageBytes));
        return;
      } catch {
        continue;
      }
    }
    throw refused();
  }
}

const endOf = ({ address, bytes }: Extent): Address => address + bytes;

const roundUp = (value: number, unit: number): number => Math.ceil(value / unit) * unit;
