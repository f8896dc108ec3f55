import { expect, it } from "vitest";
import { wasmKernels } from "@/engine/backend/wasm";
import { ResidentTensor } from "@/engine/backend/wasm/resident-tensor";
import { channelView } from "@/engine/tensor/channel-view";
import { refusedBy } from "../../support/refused";
import { simdBackend, written } from "../../support/kernels";

const limit = 2 ** 20;

it("a call that finds no room for its numbers of channels leaves the memory to the tensors made after it", () => {
  const backend = simdBackend(limit);
  const kernels = wasmKernels(backend);
  const doubled = (channels: number): Float32Array => {
    const line = { scale: new Float64Array(channels).fill(2), offset: new Float64Array(channels) };
    const x = { data: new Float32Array(channels).fill(3) };
    const view = channelView([1, channels], [1]);
    return written(channels, (out) =>
      kernels.affine(x, view, { ...line, round: Math.fround }, out),
    );
  };
  doubled(16);
  expect(refusedBy(() => doubled(200_000)).code).toBe("backend-memory");
  const tensor = new ResidentTensor([16], "float32", backend.memory);
  tensor.data.fill(7);
  expect(doubled(16)).toEqual(new Float32Array(16).fill(6));
  expect(tensor.data).toEqual(new Float32Array(16).fill(7));
});
