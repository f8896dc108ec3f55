import type { Panels } from "../../tensor/panels";
import type { Address } from "./instance";
import type { KernelMemory } from "./kernel-memory";

/** Kernels may write up to three numbers behind the last channel's. */
const paddedLength = (channels: number): number => Math.ceil((channels + 3) / 16) * 16;

/**
 * What one kernel call is given besides its tensors: the structures of source/, the panels' tables, and the numbers of
 * channels. It is one block of memory, taken anew only when a call needs a larger one, and filled from the front.
 */
export class CallFrame {
  readonly #memory: KernelMemory;
  #address: Address = 0;
  #bytes = 0;
  #next: Address = 0;
  #channels = 0;
  #calls = 0;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
  }

  /** Begins a call with this many arrays of one number per channel. Throws a RuntimeError when there is no room. */
  start({ bases, segments }: Panels, channels: number, arrays: number): void {
    this.#calls++;
    const tables = 4 * (bases.length + segments.length + 2 * 16);
    const bytes = tables + 4 * paddedLength(channels) * arrays + 4 * 64;
    if (bytes > this.#bytes) {
      this.#memory.free(this.#address);
      // What is freed may be another's by the time the next call begins, whatever becomes of this one.
      this.#address = 0;
      this.#bytes = 0;
      this.#address = this.#memory.allocate(bytes);
      this.#bytes = bytes;
    }
    this.#next = this.#address;
    this.#channels = channels;
  }

  panels({ bases, segments, rows, width }: Panels): Address {
    const basesAt = this.#integers(bases);
    const segmentsAt = this.#integers(segments);
    return this.structure(basesAt, bases.length, segmentsAt, segments.length, rows, width);
  }

  /** A structure of 32-bit fields. */
  structure(...fields: readonly number[]): Address {
    const at = this.#take(16);
    this.#memory.integers.set(fields, at / 4);
    return at;
  }

  /** Numbers of channels that the kernel is to write. */
  empty(): Address {
    return this.#take(paddedLength(this.#channels));
  }

  /** Numbers of channels that the kernel reads, each rounded to float32. */
  filled(values: ArrayLike<number>): Address {
    const at = this.empty();
    this.#memory.floats.set(values, at / 4);
    return at;
  }

  /** One number repeated for so many channels. */
  repeated(value: number, count: number): Address {
    const at = this.empty();
    this.#memory.floats.fill(value, at / 4, at / 4 + count);
    return at;
  }

  /** Copies numbers of channels out of the frame, which the next call will write over. */
  read(at: Address, count = this.#channels): Float64Array {
    const { floats } = this.#memory;
    const values = new Float64Array(count);
    const start = at / 4;
    for (let i = 0; i < count; i++) values[i] = floats[start + i]!;
    return values;
  }

  /** Reads the first time it is asked, and refuses when that is after the next call has begun. */
  whileValid<T>(read: () => T): () => T {
    const call = this.#calls;
    let value: T | undefined;
    return () => {
      if (value === undefined && call !== this.#calls) {
        throw new RangeError("the numbers of a kernel call were read after the next one");
      }
      return (value ??= read());
    };
  }

  #integers(values: Int32Array): Address {
    const at = this.#take(Math.ceil(values.length / 16) * 16);
    this.#memory.integers.set(values, at / 4);
    return at;
  }

  #take(words: number): Address {
    const at = this.#next;
    this.#next += 4 * words;
    return at;
  }
}
