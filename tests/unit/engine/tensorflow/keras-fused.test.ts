import { describe, expect, it } from "vitest";
import { refusedBy } from "../support/refused";
import { weightOf } from "../support/tensors";
import { layerIn, tensorOf } from "./support/layers";
import { uniform } from "./support/numbers";
import { fusedRanks, v1Profiles, v2Profiles } from "./support/profiles";

describe.each(["keras-2-v1", "keras-2-v2"] as const)("%s", (profile) => {
  it.each([[[2, 1, 1, 1]], [[2, 1, 1, 1, 1]]])(
    "test_bessels_correction: [0, 2] shaped %j: fused, moving variance exactly 1",
    (shape) => {
      const layer = layerIn(profile, { momentum: 0.5, moving_variance_initializer: "zeros" });
      layer.call(tensorOf(shape, [0, 2]), { training: true });
      expect(layer.fused).toBe(true);
      expect(weightOf(layer, "moving_variance")).toEqual([1]);
    },
  );

  it("test_basic_batchnorm_v2_none_shape_and_virtual_batch_size: inference takes 1 example for a size of 8, training does not", () => {
    const layer = layerIn(profile, { virtual_batch_size: 8 });
    const shape = [1, 28, 28];
    const x = tensorOf(shape, uniform(shape, 1));
    expect(layer.call(x, { training: false }).shape).toEqual(shape);
    expect(layer.call(x).shape).toEqual(shape);
    const refused = refusedBy(() => layer.call(x, { training: true }));
    expect(refused.kind).toBe("ValueError");
    expect(refused.message).toContain("Reshape");
  });
});

it.each(["tf-2.3-v1", "tf-2.3-v2", "tf-2.3-layers", "keras-2-v1", "keras-2-v2"] as const)(
  "test_basic_batchnorm_v2_none_shape_and_virtual_batch_size: %s: builds for sizes not known yet",
  (profile) => {
    const layer = layerIn(profile, { virtual_batch_size: 8 });
    layer.build([null, null, null, 3]);
    expect(layer.built).toBe(true);
    expect(layer.weights.map(({ value }) => value.shape)).toEqual(
      new Array(4).fill([1, 1, 1, 1, 3]),
    );
    const shape = [16, 2, 2, 3];
    expect(layer.call(tensorOf(shape, uniform(shape, 1)), { training: true }).shape).toEqual(shape);
  },
);

it.each(v1Profiles)(
  "test_v1_fused_attribute: %s: true after build by default, false where asked or with ghost batches",
  (profile) => {
    const byDefault = layerIn(profile);
    byDefault.build([null, 4, 4, 4]);
    expect(byDefault.fused).toBe(true);

    const unfused = layerIn(profile, { fused: false });
    expect(unfused.fused).toBe(false);
    unfused.build([null, 4, 4, 4]);
    expect(unfused.fused).toBe(false);

    const ghosts = layerIn(profile, { virtual_batch_size: 2 });
    expect(ghosts.fused).toBe(true);
    ghosts.build([null, 2, 2, 2]);
    expect(ghosts.fused).toBe(false);
  },
);

describe.each(v2Profiles)("%s", (profile) => {
  it("test_v2_fused_attribute: left open it depends on the rank, asked for it is kept", () => {
    for (const rank of [2, 3, 4, 5]) {
      const open = layerIn(profile);
      expect(open.fused).toBeNull();
      open.build([null, ...new Array<number>(rank - 1).fill(4)]);
      expect(open.fused).toBe(fusedRanks(profile).includes(rank));
    }
    expect(layerIn(profile, { virtual_batch_size: 2 }).fused).toBe(false);

    const unfused = layerIn(profile, { fused: false });
    expect(unfused.fused).toBe(false);
    unfused.build([null, 4, 4, 4]);
    expect(unfused.fused).toBe(false);

    for (const axis of [-1, [3]]) {
      const fused = layerIn(profile, { fused: true, axis });
      expect(fused.fused).toBe(true);
      fused.build([null, 4, 4, 4]);
      expect(fused.fused).toBe(true);
    }
  });

  it.each([
    { args: { renorm: true }, message: /fused.*renorm/ },
    { args: { axis: 2 }, message: /fused.*when axis is 1 or 3/ },
    { args: { axis: [1, 3] }, message: /fused.*when axis is 1 or 3/ },
    { args: { virtual_batch_size: 2 }, message: /fused.*virtual_batch_size/ },
    { args: { adjustment: () => [1, 0] as const }, message: /fused.*adjustment/ },
  ])("test_v2_fused_attribute: fused=true with $args is a ValueError", ({ args, message }) => {
    const refused = refusedBy(() => layerIn(profile, { ...args, fused: true }));
    expect(refused.kind).toBe("ValueError");
    expect(refused.message).toMatch(message);
  });

  it("test_v2_fused_attribute: fused=true on rank 3 is a ValueError at build", () => {
    const layer = layerIn(profile, { fused: true });
    const refused = refusedBy(() => layer.build([null, 4, 4]));
    expect(refused.kind).toBe("ValueError");
    const ranks = fusedRanks(profile).map((rank) => `${rank}D`);
    expect(refused.message).toContain(`${ranks.join(" or ")} input tensors`);
  });
});
