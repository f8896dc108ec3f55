import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { kernelsFor } from "@/engine/backend";
import { referenceKernels } from "@/engine/backend/reference";
import { createBackend, sharedBackend } from "@/engine/backend/wasm/backend";
import { ResidentTensor, residentTensor } from "@/engine/backend/wasm/resident-tensor";
import { refusedBy } from "../../support/refused";

/** How often a compilation was tried. */
let tries = 0;

function Uncompilable(): never {
  tries++;
  throw new Error("invalid value type 's128'");
}

beforeEach(() => {
  tries = 0;
  vi.stubGlobal("WebAssembly", { ...WebAssembly, Module: Uncompilable });
});
afterEach(() => void vi.unstubAllGlobals());

describe("where WebAssembly has no SIMD", () => {
  it("there is no backend, and the reference answers for wasm", () => {
    expect(createBackend()).toBeNull();
    expect(sharedBackend()).toBeNull();
    expect(kernelsFor("wasm", "float32")).toBe(referenceKernels);
  });

  it("a resident tensor keeps its numbers outside, to the same effect", () => {
    const tensor = residentTensor(Float32Array.of(1, 2, 3), { shape: [1, 3] });
    expect(tensor.data).toEqual(Float32Array.of(1, 2, 3));
    expect([tensor.shape, tensor.dtype, tensor.isDisposed]).toEqual([[1, 3], "float32", false]);
    tensor.dispose();
    tensor.dispose();
    expect(tensor.isDisposed).toBe(true);
    expect(refusedBy(() => tensor.data)).toEqual({
      code: "tensor-disposed",
      kind: "RuntimeError",
      message:
        "a tensor must not be used after dispose(). Received: a disposed tensor of shape [1, 3]",
    });
  });

  it("a resident tensor holds float64 numbers in full", () => {
    expect(residentTensor([1 / 3], { dtype: "float64" }).data).toEqual(Float64Array.of(1 / 3));
  });

  it("compiling is tried once, not for every tensor", () => {
    sharedBackend();
    tries = 0;
    for (let i = 0; i < 3; i++) new ResidentTensor([1], "float32").dispose();
    expect(tries).toBe(0);
  });
});

describe("where there is no WebAssembly", () => {
  it("there is no backend", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(createBackend()).toBeNull();
  });
});
