import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { BatchNormalization, residentTensor } from "@/engine";
import type { BackendId, Tensor } from "@/engine";
import type * as Engine from "@/engine";
import { sharedBackend } from "@/engine/backend/wasm/backend";
import { ResidentTensor } from "@/engine/backend/wasm/resident-tensor";
import { refusedBy } from "../../support/refused";
import type { Refused } from "../../support/refused";
import { resident } from "../../support/residents";
import { settings } from "../../support/settings";
import { beyond, layerOf, numbers, toldBy } from "../../support/stories";
import type { Story } from "../../support/stories";
import { bitsOf, stateOf } from "../../support/tensors";

const { WebAssembly: whole } = globalThis;

function NoSimd(): never {
  throw new whole.CompileError("WebAssembly.Module(): invalid value type 's128'");
}

function NoInstances(): never {
  throw new EvalError("Refused to compile or instantiate WebAssembly module");
}

/** What a machine may have in the place of WebAssembly with SIMD. */
const machines = {
  "without SIMD": { Instance: whole.Instance, Module: NoSimd },
  "whose policy forbids instances": { Instance: NoInstances, Module: whole.Module },
  "without WebAssembly": undefined,
};

afterAll(() => vi.unstubAllGlobals());

/** The engine as modules of its own, on a machine with this in the place of WebAssembly. */
async function engineOn(machine: unknown): Promise<typeof Engine> {
  vi.stubGlobal("WebAssembly", machine);
  vi.resetModules();
  vi.doUnmock("@/engine/layer/batch-normalization");
  return await import("@/engine");
}

describe.each(Object.entries(machines))("on a machine %s", (_, machine) => {
  it("a layer asked to be on wasm is on the reference, and computes", async () => {
    const fresh = await engineOn(machine);
    const layer = new fresh.BatchNormalization({ epsilon: 0 }, { backend: "wasm" });
    expect(layer.backend).toBe("reference");
    expect([...layer.call([[1], [3]], { training: true }).data]).toEqual([-1, 1]);
    expect(layer.backend).toBe("reference");
  });

  it("a resident tensor keeps its numbers outside", async () => {
    const { residentTensor: make } = await engineOn(machine);
    const tensor = make([1, 2, 3]);
    expect(tensor).toMatchObject({ shape: [3], dtype: "float32", isDisposed: false });
    expect(tensor.data).toEqual(Float32Array.of(1, 2, 3));
  });
});

it("whether there is SIMD is found out once, not with every tensor and layer", async () => {
  const Module = vi.fn(NoSimd);
  const fresh = await engineOn({ Module });
  for (const value of [1, 2, 3]) {
    const layer = new fresh.BatchNormalization({}, { backend: "wasm" });
    layer.call(fresh.residentTensor([[value]])).dispose();
  }
  expect(Module).toHaveBeenCalledTimes(1);
});

describe("where SIMD is missing", () => {
  beforeAll(() => {
    vi.stubGlobal("WebAssembly", machines["without SIMD"]);
  });

  const shape = [4, 3];
  const x = numbers(shape, 1);
  const dy = numbers(shape, 2);
  const training = { training: true };
  const disposal: Refused = {
    code: "tensor-disposed",
    kind: "RuntimeError",
    message:
      "a tensor must not be used after dispose(). Received: a disposed tensor of shape [4, 3]",
  };

  it("there is no backend to share", () => {
    expect(sharedBackend()).toBeNull();
  });

  describe.each(settings)("%s", (_, setting) => {
    const told = (backend: BackendId, place?: (tensor: Tensor) => Tensor): Story =>
      toldBy(layerOf(setting, backend), setting, place);

    it("on wasm is what it is on the reference, bit for bit, of plain and resident tensors", () => {
      const expected = told("reference");
      expect(beyond(0, told("wasm"), expected)).toEqual([]);
      expect(beyond(0, told("wasm", resident), expected)).toEqual([]);
    });
  });

  it("results live where inputs live: outputs and dx of resident tensors are some", () => {
    const layer = new BatchNormalization({}, { backend: "wasm" });
    const trace = layer.trace(resident(x), training);
    const results = [trace.outputs, trace.vjp(resident(dy)).inputs];
    expect(results.every((each) => each instanceof ResidentTensor)).toBe(true);
    expect(trace.vjp(dy).inputs).not.toBeInstanceOf(ResidentTensor);
    expect(layer.call(x)).not.toBeInstanceOf(ResidentTensor);
  });

  it.each([
    ["float16", Float32Array],
    ["float32", Float32Array],
    ["float64", Float64Array],
  ] as const)("the data of a %s tensor are one array, which stays", (dtype, Data) => {
    const tensor = residentTensor([0.1, 2], { dtype });
    const { data } = tensor;
    expect(data).toBeInstanceOf(Data);
    residentTensor(new Float32Array(1e6));
    expect(tensor.data).toBe(data);
    data[1] = 7;
    expect(tensor.data[1]).toBe(7);
  });

  it("a tensor can be disposed of, twice too, and is refused afterwards", () => {
    const tensor = resident(x);
    tensor.dispose();
    tensor.dispose();
    expect(tensor.isDisposed).toBe(true);
    expect(refusedBy(() => tensor.data)).toEqual(disposal);
    const layer = new BatchNormalization({}, { backend: "wasm" });
    expect(refusedBy(() => layer.call(tensor, training))).toEqual(disposal);
    expect([layer.built, layer.step]).toEqual([false, 0]);
  });

  it("gradients are refused after the inputs were disposed of, and change nothing", () => {
    const layer = new BatchNormalization({}, { backend: "wasm" });
    const inputs = resident(x);
    const trace = layer.trace(inputs, training);
    const before = stateOf(layer);
    inputs.dispose();
    expect(refusedBy(() => trace.vjp(dy))).toEqual(disposal);
    expect(refusedBy(() => trace.vjp(resident(dy)))).toEqual(disposal);
    expect(refusedBy(() => trace.normalized)).toEqual(disposal);
    expect(stateOf(layer)).toEqual(before);
    expect(bitsOf(trace.outputs)).toBe(bitsOf(new BatchNormalization().call(x, training)));
  });
});
