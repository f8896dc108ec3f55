import { describe, expect, it } from "vitest";
import { sharedBackend } from "@/engine/backend/wasm/backend";
import { ResidentTensor, residentTensor } from "@/engine/backend/wasm/resident-tensor";
import { roundToFloat16 } from "@/engine/tensor/float16";
import { simdBackend } from "../../support/kernels";
import { refusedBy } from "../../support/refused";

const disposed = {
  code: "tensor-disposed",
  kind: "RuntimeError",
  message: "a tensor must not be used after dispose(). Received: a disposed tensor of shape [2, 3]",
};

describe("a tensor in the backend's memory", () => {
  it("is a view of the memory, and the same one until the memory grows", () => {
    const { memory } = simdBackend();
    const tensor = new ResidentTensor([2, 3], "float32", memory);
    const { data } = tensor;
    data.set([1, 2, 3, 4, 5, 6]);
    expect(data.buffer).toBe(memory.floats.buffer);
    expect(data.byteOffset).toBe(tensor.addressIn(memory));
    expect(tensor.data).toBe(data);
    memory.allocate(2 * memory.size);
    expect(data).toHaveLength(0);
    expect(tensor.data).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
  });

  it("has no place in another memory", () => {
    const tensor = new ResidentTensor([2, 3], "float32", simdBackend().memory);
    expect(tensor.addressIn(simdBackend().memory)).toBeNull();
  });

  it.each([
    ["float32", 64, Math.fround],
    ["float64", 128, (value: number) => value],
    ["float16", 64, roundToFloat16],
  ] as const)("keeps 16 %s numbers in %d bytes, rounded to the dtype", (dtype, bytes, round) => {
    const { memory } = sharedBackend()!;
    const before = memory.bytesInUse;
    const values = Float64Array.from({ length: 16 }, (_, i) => (i + 1) / 3);
    const tensor = residentTensor(values, { shape: [4, 4], dtype });
    expect(memory.bytesInUse - before).toBe(bytes);
    expect([tensor.shape, tensor.dtype]).toEqual([[4, 4], dtype]);
    expect(Array.from(tensor.data)).toEqual(Array.from(values, round));
    tensor.dispose();
  });

  it("is made of nested lists too", () => {
    const tensor = residentTensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect([tensor.shape, tensor.dtype]).toEqual([[2, 3], "float32"]);
    expect(tensor.data).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
    tensor.dispose();
  });

  it("may be empty", () => {
    const tensor = new ResidentTensor([0, 3], "float32", simdBackend().memory);
    expect(tensor.data).toEqual(new Float32Array(0));
    tensor.dispose();
    expect(tensor.isDisposed).toBe(true);
  });

  it("takes no memory when there is none for it, or when its data do not fill its shape", () => {
    const { memory } = simdBackend(2 ** 20);
    expect(refusedBy(() => new ResidentTensor([2 ** 18], "float32", memory))).toEqual({
      code: "backend-memory",
      kind: "RuntimeError",
      message:
        "the backend's memory must have room for 1048576 more bytes; dispose tensors that are no longer needed. Received: 0 bytes in use of at most 1048576",
    });
    expect(memory.bytesInUse).toBe(0);
    const shared = sharedBackend()!.memory;
    const before = shared.bytesInUse;
    expect(refusedBy(() => residentTensor(Float32Array.of(1), { shape: [2] })).message).toBe(
      "data must fill its shape: [2] holds 2 values. Received: 1 values",
    );
    expect(shared.bytesInUse).toBe(before);
  });
});

describe("dispose", () => {
  it("frees the memory, for the next tensor", () => {
    const { memory } = simdBackend();
    const tensor = new ResidentTensor([2, 3], "float32", memory);
    const address = tensor.addressIn(memory);
    expect(tensor.isDisposed).toBe(false);
    tensor.dispose();
    expect(tensor.isDisposed).toBe(true);
    expect(memory.bytesInUse).toBe(0);
    expect(new ResidentTensor([2, 3], "float32", memory).addressIn(memory)).toBe(address);
  });

  it("leaves nothing of the tensor to use but its shape and dtype", () => {
    const { memory } = simdBackend();
    const tensor = new ResidentTensor([2, 3], "float32", memory);
    tensor.dispose();
    expect(refusedBy(() => tensor.data)).toEqual(disposed);
    expect(refusedBy(() => tensor.addressIn(memory))).toEqual(disposed);
    expect(refusedBy(() => tensor.addressIn(simdBackend().memory))).toEqual(disposed);
    expect([tensor.shape, tensor.dtype]).toEqual([[2, 3], "float32"]);
  });

  it("does nothing the second time, not even to the tensor that has the memory then", () => {
    const { memory } = simdBackend();
    const tensor = new ResidentTensor([2, 3], "float32", memory);
    tensor.dispose();
    const next = new ResidentTensor([2, 3], "float32", memory);
    tensor.dispose();
    expect(tensor.isDisposed).toBe(true);
    expect(memory.bytesInUse).toBe(64);
    expect(next.isDisposed).toBe(false);
    expect(next.data).toHaveLength(6);
  });
});
