import { describe, expect, it, vi } from "vitest";
import type { BackendId, LayerOptions, ProfileId } from "@/engine";
import type * as Layers from "@/engine/layer/batch-normalization";
import { refusedBy } from "../../support/refused";
import { shaped } from "../../support/tensors";

/** The layer as it is, whatever the tests of other files make of it. */
const { BatchNormalization } = await vi.importActual<typeof Layers>(
  "@/engine/layer/batch-normalization",
);
type BatchNormalization = Layers.BatchNormalization;

const wasm: LayerOptions = { backend: "wasm" };

describe("the backend of a layer", () => {
  it("is the reference unless it is given", () => {
    expect(new BatchNormalization().backend).toBe("reference");
    expect(new BatchNormalization({}, { seed: 1 }).backend).toBe("reference");
    expect(new BatchNormalization({}, { backend: "reference" }).backend).toBe("reference");
  });

  it.each([
    ["float32", "wasm"],
    ["float64", "reference"],
    ["float16", "reference"],
  ] as const)("asked to be wasm is, for %s, %s, before and after it is built", (dtype, backend) => {
    const layer = new BatchNormalization({ dtype }, wasm);
    expect(layer.backend).toBe(backend);
    layer.build([null, 2]);
    expect(layer.backend).toBe(backend);
  });

  it("is that of the options for a layer made from a configuration, which does not hold it", () => {
    const config = new BatchNormalization({ momentum: 0.5 }, wasm).getConfig();
    expect(config).toEqual(new BatchNormalization({ momentum: 0.5 }).getConfig());
    expect(BatchNormalization.fromConfig(config).backend).toBe("reference");
    expect(BatchNormalization.fromConfig(config, wasm).backend).toBe("wasm");
    expect(BatchNormalization.fromConfig({ dtype: "float64" }, wasm).backend).toBe("reference");
  });

  it.each(["keras-2-v2", "tf-2.3-v1", "tf-1.14-v2", "tf-1.4"] as const)(
    "can be wasm in %s",
    (profile) => {
      expect(new BatchNormalization({}, { ...wasm, profile }).backend).toBe("wasm");
    },
  );

  it.each(["WASM", "gpu", "", "toString", null])("%j is refused before any argument", (backend) => {
    const options = { backend: backend as never };
    expect(refusedBy(() => new BatchNormalization({ momentum: "x" as never }, options))).toEqual({
      code: "backend",
      kind: "ValueError",
      message: `backend must be one of wasm, reference. Received: backend=${JSON.stringify(backend)}`,
    });
  });

  it("cannot be set", () => {
    const layer = new BatchNormalization({}, wasm);
    expect(() => ((layer as { backend: BackendId }).backend = "reference")).toThrow(TypeError);
    expect(layer.backend).toBe("wasm");
  });
});

describe("a layer that adopts the dtype of its first inputs", () => {
  const adopting = (profile: ProfileId): BatchNormalization =>
    new BatchNormalization({}, { ...wasm, profile });

  describe.each(["tf-1.14-v2", "tf-1.15-v2", "tf-2.3-layers"] as const)("in %s", (profile) => {
    it.each([
      ["float32", "wasm"],
      ["float64", "reference"],
    ] as const)("of %s is on the backend that has it: %s", (dtype, backend) => {
      const layer = adopting(profile);
      expect(layer.backend).toBe("wasm");
      const outputs = layer.call(shaped(dtype)([2, 1], [1, 3]), { training: true });
      expect([layer.backend, outputs.dtype]).toEqual([backend, dtype]);
    });

    it("keeps its backend for later inputs, which are cast", () => {
      const layer = adopting(profile);
      layer.call(shaped("float64")([2, 1], [1, 3]));
      expect(layer.call(shaped("float32")([2, 1], [1, 3])).dtype).toBe("float64");
      expect(layer.backend).toBe("reference");
    });

    it("stays on wasm when its first call is refused", () => {
      const layer = adopting(profile);
      const call = (): unknown =>
        layer.call({ shape: [2], dtype: "float64", data: new Float64Array(3) });
      expect(refusedBy(call).code).toBe("tensor-shape");
      expect(layer.backend).toBe("wasm");
    });
  });

  it("of float16 is on the reference", () => {
    const layer = adopting("tf-1.14-v2");
    layer.call(shaped("float16")([2, 1], [1, 3]), { training: true });
    expect(layer.backend).toBe("reference");
  });

  it.each(["tf-1.4", "keras-2-v2"] as const)("is not of %s, which casts them", (profile) => {
    const layer = adopting(profile);
    expect(layer.call(shaped("float64")([2, 1], [1, 3]), { training: true }).dtype).toBe("float32");
    expect(layer.backend).toBe("wasm");
  });
});
