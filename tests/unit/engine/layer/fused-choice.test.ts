import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, ProfileId } from "@/engine";
import { profiles } from "@/engine/spec/profiles";
import { refusedBy } from "../support/refused";
import { float64, shaped } from "../support/tensors";

const ids = Object.keys(profiles) as ProfileId[];
const rank4 = [2, 3, 4, 5];
const rank5 = [2, 3, 4, 5, 6];

function fusedOf(args: BatchNormArguments, profile: ProfileId, shape: readonly number[]): unknown {
  const layer = new BatchNormalization(args, { profile });
  layer.build(shape);
  return layer.fused;
}

describe("the attribute fused before build", () => {
  it.each<[BatchNormArguments, boolean | null, boolean]>([
    [{}, null, true],
    [{ fused: null }, null, true],
    [{ fused: true }, true, true],
    [{ fused: false }, false, false],
    [{ renorm: true }, false, true],
    [{ axis: 2 }, false, true],
    [{ axis: [1, 2] }, false, true],
    [{ virtual_batch_size: 2 }, false, true],
    [{ dtype: "float64" }, false, true],
  ])("with %j is %s in V2 and %s in V1", (args, v2, v1) => {
    const found = (profile: ProfileId): boolean | null =>
      new BatchNormalization(args, { profile }).fused;
    for (const profile of ["keras-2-v2", "tf-2.3-v2", "tf-1.15-v2", "tf-1.14-v2"] as const) {
      expect(found(profile), profile).toBe(v2);
    }
    for (const profile of ["keras-2-v1", "tf-2.3-v1", "tf-2.3-layers", "tf-1.4"] as const) {
      expect(found(profile), profile).toBe(v1);
    }
  });

  it("with an adjustment is false in V2 and true in V1", () => {
    const args = { adjustment: { scale: 0, bias: 0 } };
    expect(new BatchNormalization(args).fused).toBe(false);
    expect(new BatchNormalization(args, { profile: "keras-2-v1" }).fused).toBe(true);
  });
});

describe.each(ids)("a layer of %s left to choose", (profile) => {
  it.each<[number, boolean]>([
    [-4, false],
    [-3, true],
    [-2, false],
    [-1, true],
    [0, false],
    [1, true],
    [2, false],
    [3, true],
  ])("at rank 4 along axis %i runs fused: %s", (axis, expected) => {
    expect(fusedOf({ axis }, profile, rank4)).toBe(expected);
    expect(fusedOf({ axis: [axis] }, profile, rank4)).toBe(expected);
    expect(fusedOf({ axis, fused: false }, profile, rank4)).toBe(false);
  });

  it.each<[number, boolean]>([
    [-5, false],
    [-4, true],
    [-3, false],
    [-1, true],
    [1, true],
    [2, false],
    [3, false],
    [4, true],
  ])("at rank 5 along axis %i runs fused in Keras 2 only: %s", (axis, expected) => {
    expect(fusedOf({ axis }, profile, rank5)).toBe(profile.startsWith("keras-2") && expected);
  });

  it("never runs fused in float64, with renorm, with ghost batches or along two axes", () => {
    for (const args of [
      { dtype: "float64" },
      { renorm: true },
      { virtual_batch_size: 2 },
      { axis: [1, 3] },
    ] as const) {
      expect(fusedOf(args, profile, rank4), JSON.stringify(args)).toBe(false);
    }
  });

  it("runs unfused with a regularizer in TensorFlow 1.4 only", () => {
    for (const args of [{ beta_regularizer: "l2" }, { gamma_regularizer: "l1" }]) {
      expect(fusedOf(args, profile, rank4)).toBe(profile !== "tf-1.4");
    }
  });
});

describe("fused=true in a V2 layer", () => {
  it.each<[ProfileId, string]>([
    ["keras-2-v2", "4D or 5D"],
    ["tf-2.3-v2", "4D"],
    ["tf-1.14-v2", "4D"],
  ])("of %s is refused for inputs of rank 2, and leaves the layer unbuilt", (profile, ranks) => {
    const layer = new BatchNormalization({ fused: true }, { profile });
    expect(refusedBy(() => layer.build([null, 3]))).toEqual({
      code: "fused-rank",
      kind: "ValueError",
      message: `inputs must be ${ranks} input tensors when fused=true. Received: inputs.shape=[null, 3]`,
    });
    expect(layer.built).toBe(false);
    expect(layer.fused).toBe(true);
  });

  it("along axis -4 is refused at rank 4, where it is the batch's, and runs fused at rank 5", () => {
    expect(refusedBy(() => fusedOf({ fused: true, axis: -4 }, "keras-2-v2", rank4))).toEqual({
      code: "fused-axis-unsupported",
      kind: "ValueError",
      message:
        "Unsupported axis: axis must be 1 or 3 for inputs of rank 4 when fused=true. Received: axis=[0]",
    });
    expect(fusedOf({ fused: true, axis: -4 }, "keras-2-v2", rank5)).toBe(true);
  });

  it("along axis 3 of rank 5 is quietly unfused", () => {
    expect(fusedOf({ fused: true, axis: 3 }, "keras-2-v2", rank5)).toBe(false);
  });

  it("is refused before the undefined dimension is", () => {
    expect(
      refusedBy(() => fusedOf({ fused: true }, "keras-2-v2", [null, null] as never)).code,
    ).toBe("fused-rank");
  });

  it("is refused by the constructor for each obstacle", () => {
    const codeOf = (args: BatchNormArguments): string =>
      refusedBy(() => new BatchNormalization({ fused: true, ...args })).code;
    expect(codeOf({ renorm: true })).toBe("fused-renorm");
    expect(codeOf({ axis: 2 })).toBe("fused-axis");
    expect(codeOf({ virtual_batch_size: 2 })).toBe("fused-virtual-batch-size");
    expect(codeOf({ adjustment: () => [1, 0] })).toBe("fused-adjustment");
    expect(codeOf({ dtype: "float64" })).toBe("fused-dtype");
  });
});

describe("fused=true in a V1 layer", () => {
  it.each(ids.filter((id) => !id.endsWith("v2")))("of %s is never refused", (profile) => {
    for (const args of [{ axis: 2 }, { renorm: true }, { dtype: "float64" }] as const) {
      expect(fusedOf({ fused: true, ...args }, profile, rank4)).toBe(false);
    }
    expect(fusedOf({ fused: true }, profile, [2, 3])).toBe(false);
    expect(fusedOf({ fused: true }, profile, rank4)).toBe(true);
  });
});

describe("float64 that only the first inputs bring, in versions that adopt their dtype", () => {
  const x = float64([2, 1, 1, 1], [0, 2]);

  it.each(["tf-1.14-v1", "tf-1.14-v2", "tf-1.15-v2", "tf-2.1-v1", "tf-2.3-layers"] as const)(
    "%s: a layer left to choose runs unfused exactly where it adopts float64",
    (profile) => {
      const layer = new BatchNormalization({}, { profile });
      layer.call(x);
      const adopts = profile !== "tf-2.1-v1";
      expect(layer.dtype).toBe(adopts ? "float64" : "float32");
      expect(layer.fused).toBe(!adopts);
    },
  );

  it("is never fused, not even with fused=true, which is refused", () => {
    const layer = new BatchNormalization({ fused: true }, { profile: "tf-1.14-v2" });
    expect(refusedBy(() => layer.call(x)).code).toBe("fused-dtype");
    expect(layer.built).toBe(false);
  });
});

it("float16 and float32 layers of rank 4 run fused by default", () => {
  for (const dtype of ["float16", "float32"] as const) {
    const layer = new BatchNormalization({ dtype });
    layer.call(shaped(dtype)([2, 1, 1, 1], [0, 2]));
    expect(layer.fused).toBe(true);
  }
});
