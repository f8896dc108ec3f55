import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, ProfileId } from "@/engine";
import { roundToFloat16 } from "@/engine/tensor/float16";
import { shaped, uniformNumbers, weightOf } from "../support/tensors";

const float16 = shaped("float16");
const x = float16([2, 1], [-1000, 1000]);
const images = float16([2, 1, 1, 1], [-1000, 1000]);

const make = (profile: ProfileId, args: BatchNormArguments = {}): BatchNormalization =>
  new BatchNormalization({ dtype: "float16", ...args }, { profile });

describe("a 16-bit layer", () => {
  it.each(["tf-2.3-v1", "tf-2.3-v2", "keras-2-v1", "keras-2-v2"] as const)(
    "of %s computes in float32: ±1000 become ±1",
    (profile) => {
      const outputs = make(profile).call(x, { training: true });
      expect(outputs).toEqual(float16([2, 1], [-1, 1]));
    },
  );

  it.each(["tf-1.14-v1", "tf-1.14-v2", "tf-1.15-v2", "tf-2.1-v1"] as const)(
    "of %s loses a variance of 10⁶, which float16 does not hold: ±1000 become 0",
    (profile) => {
      const layer = make(profile);
      expect([...layer.call(x, { training: true }).data].map(Math.abs)).toEqual([0, 0]);
      // The moments themselves are float32.
      expect(weightOf(layer, "moving_variance")).toBeAllClose([0.99 + 1e4], { relative: 1e-6 });
    },
  );

  it.each(["tf-1.14-v2", "tf-2.1-v1", "keras-2-v2"] as const)(
    "of %s computes in float32 where it is fused",
    (profile) => {
      const layer = make(profile);
      expect(layer.call(images, { training: true })).toEqual(float16([2, 1, 1, 1], [-1, 1]));
      expect(layer.fused).toBe(true);
    },
  );

  it("rounds its inputs and its outputs to float16, and keeps its weights in float32", () => {
    const layer = make("keras-2-v2", { momentum: 0 });
    const { outputs, weights } = layer.trace([[0.1], [0.3]], { training: true });
    expect(outputs.dtype).toBe("float16");
    expect([...outputs.data]).toEqual([...outputs.data].map(roundToFloat16));
    const halves = [0.1, 0.3].map(roundToFloat16);
    expect(weights.after.moving_mean).toEqual(
      shaped("float32")([1], [Math.fround((halves[0]! + halves[1]!) / 2)]),
    );
  });

  it("is within 2⁻¹⁰ relative + 1e-3 of the float64 layer on the same inputs", () => {
    const inputs = float16([8, 3], uniformNumbers([8, 3], -2, 4));
    const exact = new BatchNormalization({ dtype: "float64" }).call(inputs, { training: true });
    const { data } = make("keras-2-v2").call(inputs, { training: true });
    expect(data).toBeAllClose(exact.data, { relative: 2 ** -10, absolute: 1e-3 });
    expect(data).not.toEqual(Float32Array.from(exact.data));
  });
});

describe("16-bit inputs without a dtype", () => {
  it("make a float32 layer in 2.x, and a 16-bit one where the first inputs decide", () => {
    const dtypeIn = (profile: ProfileId): string => {
      const layer = new BatchNormalization({}, { profile });
      layer.call(x);
      return layer.dtype;
    };
    expect(
      ["keras-2-v2", "tf-2.3-v2", "tf-2.1-v1", "tf-1.4"].map((id) => dtypeIn(id as ProfileId)),
    ).toEqual(["float32", "float32", "float32", "float32"]);
    expect(
      ["tf-1.14-v1", "tf-1.15-v2", "tf-2.3-layers"].map((id) => dtypeIn(id as ProfileId)),
    ).toEqual(["float16", "float16", "float16"]);
  });

  it("decide nothing where the layer was built before, or where nested lists come first", () => {
    const built = new BatchNormalization({}, { profile: "tf-1.15-v2" });
    built.build([null, 1]);
    built.call(x);
    expect(built.dtype).toBe("float32");
    const lists = new BatchNormalization({}, { profile: "tf-1.15-v2" });
    lists.call([[1], [2]]);
    lists.call(x);
    expect(lists.dtype).toBe("float32");
  });

  it("decide nothing where the dtype was given", () => {
    const layer = new BatchNormalization({ dtype: "float32" }, { profile: "tf-1.15-v2" });
    layer.call(x);
    expect(layer.dtype).toBe("float32");
  });
});
