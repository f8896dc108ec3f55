import { describe, expect, it } from "vitest";
import type { Kernels, NormalizedBatch } from "@/engine/backend/kernels";
import { wasmKernels } from "@/engine/backend/wasm";
import { ResidentTensor } from "@/engine/backend/wasm/resident-tensor";
import { channelView } from "@/engine/tensor/channel-view";
import { refusedBy } from "../../support/refused";
import { simdBackend, written } from "../../support/kernels";

const limit = 2 ** 20;

/** Twice 3, once for each channel. */
const doubled = (kernels: Kernels, channels: number): Float32Array => {
  const line = { scale: new Float64Array(channels).fill(2), offset: new Float64Array(channels) };
  const x = { data: new Float32Array(channels).fill(3) };
  const view = channelView([1, channels], [1]);
  return written(channels, (out) => kernels.affine(x, view, { ...line, round: Math.fround }, out));
};

it("a call that finds no room for its numbers of channels leaves the memory to the tensors made after it", () => {
  const backend = simdBackend(limit);
  const kernels = wasmKernels(backend);
  doubled(kernels, 16);
  expect(refusedBy(() => doubled(kernels, 200_000)).code).toBe("backend-memory");
  const tensor = new ResidentTensor([16], "float32", backend.memory);
  tensor.data.fill(7);
  expect(doubled(kernels, 16)).toEqual(new Float32Array(16).fill(6));
  expect(tensor.data).toEqual(new Float32Array(16).fill(7));
});

it("a call of up to as many channels as an earlier one takes no more memory", () => {
  const backend = simdBackend();
  const kernels = wasmKernels(backend);
  doubled(kernels, 1000);
  const { bytesInUse } = backend.memory;
  for (const channels of [1, 16, 999, 1000]) doubled(kernels, channels);
  expect(backend.memory.bytesInUse).toBe(bytesInUse);
});

describe("the moments and the normalization of a call", () => {
  /** Mean 1 and variance 3, normalized with ε = 1. */
  const normalized = (kernels: Kernels): NormalizedBatch =>
    kernels.normalize(
      { data: Float32Array.of(0, 0, 0, 4) },
      channelView([4, 1], [1]),
      {
        ...{ epsilon: 1, parameters: 1, gamma: null, beta: null },
        isCentred: false,
        round: Math.fround,
      },
      { data: new Float32Array(4) },
    );
  const moments = { mean: Float64Array.of(1), variance: Float64Array.of(3) };
  const normalization = {
    inverseDeviation: Float64Array.of(0.5),
    scale: Float64Array.of(0.5),
    offset: Float64Array.of(-0.5),
  };
  const late = new RangeError("the numbers of a kernel call were read after the next one");

  it("can be read until the next call, and what was read then for ever", () => {
    const kernels = wasmKernels(simdBackend());
    const batch = normalized(kernels);
    expect(batch.moments()).toEqual(moments);
    expect(batch.normalization()).toEqual(normalization);
    doubled(kernels, 1000);
    expect(batch.moments()).toEqual(moments);
    expect(batch.normalization()).toEqual(normalization);
  });

  it("refuse to be read for the first time after the next call", () => {
    const kernels = wasmKernels(simdBackend());
    const batch = normalized(kernels);
    doubled(kernels, 1);
    expect(() => batch.moments()).toThrow(late);
    expect(() => batch.normalization()).toThrow(late);
    expect(batch.shared).toEqual(moments);
  });

  it("refuse each for itself", () => {
    const kernels = wasmKernels(simdBackend());
    const batch = normalized(kernels);
    batch.moments();
    doubled(kernels, 1);
    expect(batch.moments()).toEqual(moments);
    expect(() => batch.normalization()).toThrow(late);
  });

  it("refuse after a next call that found no room", () => {
    const kernels = wasmKernels(simdBackend(limit));
    const batch = normalized(kernels);
    expect(refusedBy(() => doubled(kernels, 200_000)).code).toBe("backend-memory");
    expect(() => batch.moments()).toThrow(late);
  });

  it("can be read after calls on another memory, and after its own memory has grown", () => {
    const backend = simdBackend();
    const batch = normalized(wasmKernels(backend));
    doubled(wasmKernels(simdBackend()), 1000);
    backend.memory.allocate(2 * backend.memory.size);
    expect(batch.moments()).toEqual(moments);
    expect(batch.normalization()).toEqual(normalization);
  });
});
