import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KernelMemory } from "@/engine/backend/wasm/kernel-memory";
import { seeded } from "../../support/arbitraries";
import { simdBackend } from "../../support/kernels";
import { refusedBy } from "../../support/refused";

const page = 65536;
const megabyte = 2 ** 20;

/** A memory of the kernels' own. */
const emptyMemory = (limit?: number): KernelMemory => simdBackend(limit).memory;

/** A memory that the machine itself lets grow to so many pages, of which there are 2. */
function memoryOf(maximum: number): KernelMemory {
  const memory = new WebAssembly.Memory({ initial: 2, maximum });
  return new KernelMemory({ memory, ownMemoryEnd: () => 100 });
}

describe("blocks", () => {
  it("begin at multiples of 64 bytes and take as many of 64 as they need", () => {
    const memory = emptyMemory();
    const blocks = [0, 1, 64, 65, 128, 4].map((bytes) => memory.allocate(bytes));
    expect(blocks.map((address) => address % 64)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(blocks.map((address) => address - blocks[0]!)).toEqual([0, 64, 128, 192, 320, 448]);
    expect(memory.bytesInUse).toBe(512);
  });

  it("begin behind the kernels' own memory", () => {
    const { memory, exports } = simdBackend();
    expect(memory.allocate(64)).toBeGreaterThanOrEqual(exports.ownMemoryEnd());
  });

  it("are used again once they are free, the first that is large enough", () => {
    const memory = emptyMemory();
    const [small, , large] = [64, 64, 192, 64].map((bytes) => memory.allocate(bytes));
    memory.free(large!);
    memory.free(small!);
    expect(memory.allocate(128)).toBe(large);
    expect(memory.allocate(64)).toBe(small);
    // What is left of the large one.
    expect(memory.allocate(64)).toBe(large! + 128);
  });

  it.each([
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ])("next to each other become one when they are freed in the order %d, %d, %d", (...order) => {
    const memory = emptyMemory();
    const blocks = [64, 128, 64].map((bytes) => memory.allocate(bytes));
    const behind = memory.allocate(64);
    for (const index of order) memory.free(blocks[index]!);
    expect(memory.bytesInUse).toBe(64);
    expect(memory.allocate(256)).toBe(blocks[0]);
    expect(memory.allocate(64)).toBe(behind + 64);
  });

  it("that are free at the end are part of a larger one", () => {
    const memory = emptyMemory();
    memory.allocate(64);
    const last = memory.allocate(64);
    memory.free(last);
    expect(memory.allocate(megabyte)).toBe(last);
    expect(memory.allocate(64)).toBe(last + megabyte);
  });

  it("do not come to harm when one of them is freed twice, or one that never was", () => {
    const memory = emptyMemory();
    const [first, second] = [memory.allocate(64), memory.allocate(64)];
    memory.free(first);
    memory.free(first);
    memory.free(0);
    memory.free(second + 64);
    memory.free(second + 4);
    expect(memory.bytesInUse).toBe(64);
    expect([memory.allocate(64), memory.allocate(64)]).toEqual([first, second + 64]);
  });

  it("never overlap, end within the memory, and leave nothing behind, however they come and go (100 runs of 60 steps)", () => {
    // A step allocates so many bytes or, below 0, frees one of the blocks.
    const steps = fc.array(fc.integer({ min: -40_000, max: 60_000 }), {
      minLength: 60,
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, (all) => {
        const memory = memoryOf(1000);
        const blocks: { address: number; bytes: number }[] = [];
        const first = memory.allocate(1);
        memory.free(first);
        for (const step of all) {
          if (step > 0) blocks.push({ address: memory.allocate(step), bytes: step });
          else
            for (const { address } of blocks.splice(-step % (blocks.length + 1), 1))
              memory.free(address);
          const inOrder = blocks.toSorted((a, b) => a.address - b.address);
          inOrder.forEach(({ address, bytes }, i) => {
            expect(address % 64).toBe(0);
            expect(address + bytes).toBeLessThanOrEqual(inOrder[i + 1]?.address ?? memory.size);
          });
        }
        for (const { address } of blocks) memory.free(address);
        expect(memory.bytesInUse).toBe(0);
        expect(memory.allocate(memory.size - first)).toBe(first);
      }),
      seeded(100),
    );
  });
});

describe("memory that grows", () => {
  it("keeps what is in it, and leaves views from before empty: ask for them again", () => {
    const memory = emptyMemory();
    const address = memory.allocate(64);
    const { floats, integers } = memory;
    floats.set([1.5, 2.5], address / 4);
    integers.set([3], address / 4 + 2);
    memory.allocate(2 * memory.size);
    expect([floats.length, integers.length]).toEqual([0, 0]);
    const at = address / 4;
    expect(memory.floats.subarray(at, at + 2)).toEqual(Float32Array.of(1.5, 2.5));
    expect(memory.integers[at + 2]).toBe(3);
    expect(memory.floats).toHaveLength(memory.size / 4);
    expect(memory.integers).toHaveLength(memory.size / 4);
  });

  it("has the same views as long as it does not", () => {
    const memory = emptyMemory();
    const { floats, integers } = memory;
    memory.allocate(64);
    expect(memory.floats).toBe(floats);
    expect(memory.integers).toBe(integers);
  });

  it("grows by a quarter at least, and to its limit at most", () => {
    const memory = emptyMemory(4 * megabyte);
    const sizes = new Set<number>();
    while (memory.size < 4 * megabyte) {
      memory.allocate(4096);
      sizes.add(memory.size);
    }
    const steps = [...sizes];
    steps.slice(1, -1).forEach((size, i) => expect(size).toBeGreaterThanOrEqual(1.25 * steps[i]!));
    expect(steps.at(-1)).toBe(4 * megabyte);
  });

  it("grows by what is asked for where the machine has no more", () => {
    const memory = memoryOf(10);
    // A quarter of 9 pages is more than the one that is left.
    memory.allocate(9 * page - 128);
    expect(memory.size).toBe(9 * page);
    memory.allocate(page);
    expect(memory.size).toBe(10 * page);
  });
});

describe("memory without room", () => {
  const refused = {
    code: "backend-memory",
    kind: "RuntimeError",
    message:
      "the backend's memory must have room for 1048576 more bytes; dispose tensors that are no longer needed. Received: 640 bytes in use of at most 1048576",
  };

  it("says how much is wanted, in use and allowed", () => {
    const memory = emptyMemory(megabyte);
    memory.allocate(640);
    expect(refusedBy(() => memory.allocate(megabyte))).toEqual(refused);
  });

  it("says so too where it is the machine that has none", () => {
    const memory = memoryOf(10);
    memory.allocate(128);
    expect(refusedBy(() => memory.allocate(10 * page)).message).toBe(
      "the backend's memory must have room for 655360 more bytes; dispose tensors that are no longer needed. Received: 128 bytes in use of at most 4294967296",
    );
  });

  it("is left as it was, and is used on", () => {
    const memory = emptyMemory(megabyte);
    const block = memory.allocate(640);
    const free = memory.allocate(64);
    memory.free(free);
    const { size, floats } = memory;
    expect(refusedBy(() => memory.allocate(megabyte))).toEqual(refused);
    expect([memory.size, memory.bytesInUse]).toEqual([size, 640]);
    expect(memory.floats).toBe(floats);
    expect(memory.allocate(64)).toBe(free);
    memory.free(block);
    expect(memory.allocate(640)).toBe(block);
  });

  it("can be filled to the last byte, and again after all of it was freed", () => {
    const memory = emptyMemory(megabyte);
    const first = memory.allocate(64);
    const rest = memory.allocate(megabyte - first - 64);
    expect(memory.size).toBe(megabyte);
    expect(refusedBy(() => memory.allocate(1)).code).toBe("backend-memory");
    memory.free(rest);
    memory.free(first);
    expect(memory.allocate(megabyte - first)).toBe(first);
  });
});
