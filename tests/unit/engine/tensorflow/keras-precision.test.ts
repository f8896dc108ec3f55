import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { layerIn, tensorOf } from "./support/layers";
import { uniform } from "./support/numbers";
import { halfProfiles } from "./support/profiles";

const policy = { class_name: "Policy", config: { name: "mixed_float16" } };
const shape = [10, 4, 4, 3];

const dtypesOf = (layer: BatchNormalization): string[] =>
  layer.weights.map(({ value }) => value.dtype);

it.each(halfProfiles)(
  "test_batchnorm_mixed_precision: %s: float16 outputs, float32 γ and β",
  (profile) => {
    for (const dtype of ["float16", "mixed_float16", policy]) {
      const layer = BatchNormalization.fromConfig({ axis: -1, momentum: 0.8, dtype }, { profile });
      const x = tensorOf(shape, uniform(shape, 1), "float16");
      for (const training of [true, false]) {
        const outputs = layer.call(x, { training });
        expect([outputs.shape, outputs.dtype]).toEqual([shape, "float16"]);
      }
      expect(dtypesOf(layer)).toEqual(new Array(4).fill("float32"));
    }
  },
);

it.each(["keras-2-v1", "keras-2-v2"] as const)(
  "test_batchnorm_mixed_precision: %s: integers become float16 too",
  (profile) => {
    const layer = layerIn(profile, { dtype: "float16" });
    const outputs = layer.call([[[[1, 2, 3]]], [[[3, 2, 7]]]], { training: true });
    expect([outputs.shape, outputs.dtype]).toEqual([[2, 1, 1, 3], "float16"]);
  },
);

describe.each(["tf-2.3-v1", "tf-2.3-v2", "tf-2.3-layers", "keras-2-v1", "keras-2-v2"] as const)(
  "%s",
  (profile) => {
    it.each([true, false])(
      "test_batchnorm_mixed_precision_does_not_overflow: fused %s: ±1000 becomes exactly ±1",
      (fused) => {
        const layer = layerIn(profile, { fused, dtype: "float16" });
        const x = tensorOf([2, 1, 1, 1], [-1000, 1000], "float16");
        const outputs = layer.call(x, { training: true });
        expect(layer.fused).toBe(fused);
        expect(outputs.dtype).toBe("float16");
        expect(Array.from(outputs.data)).toEqual([-1, 1]);
      },
    );
  },
);

it.each(["tf-1.14-v1", "tf-1.14-v2", "tf-1.15-v2"] as const)(
  "test_batchnorm_policy: %s: a layer without a dtype follows float16 inputs, its variables do not",
  (profile) => {
    const layer = layerIn(profile, { axis: -1, momentum: 0.8 });
    const outputs = layer.call(tensorOf(shape, uniform(shape, 1), "float16"));
    expect([layer.dtype, outputs.dtype]).toEqual(["float16", "float16"]);
    expect(dtypesOf(layer)).toEqual(new Array(4).fill("float32"));
  },
);

it("test_batchnorm_policy: tf-2.1-v1: a float16 layer has float32 variables", () => {
  const layer = layerIn("tf-2.1-v1", { axis: -1, momentum: 0.8, dtype: "float16" });
  const outputs = layer.call(tensorOf(shape, uniform(shape, 1), "float16"));
  expect(outputs.dtype).toBe("float16");
  expect(dtypesOf(layer)).toEqual(new Array(4).fill("float32"));
});
