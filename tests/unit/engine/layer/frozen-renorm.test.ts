import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { ProfileId } from "@/engine";
import { weightOf } from "../support/tensors";

const frozen = (profile: ProfileId): BatchNormalization =>
  new BatchNormalization(
    { renorm: true, renorm_momentum: 0.5, momentum: 0.5, trainable: false, dtype: "float64" },
    { profile },
  );

describe("a frozen layer with renorm, called with training=true", () => {
  it.each<ProfileId>(["tf-1.14-v1", "tf-2.1-v1", "tf-2.3-v1", "tf-2.3-layers", "keras-2-v1"])(
    "moves its renorm variables and not its moving statistics: %s",
    (profile) => {
      const layer = frozen(profile);
      layer.call([[2], [4]], { training: true });
      expect(weightOf(layer, "renorm_mean")).toEqual([1.5]);
      expect(weightOf(layer, "moving_mean")).toEqual([0]);
      expect(weightOf(layer, "moving_variance")).toEqual([1]);
    },
  );

  it("moves all of them in tf-1.4, whose update ops are collected all the same", () => {
    const layer = frozen("tf-1.4");
    layer.call([[2], [4]], { training: true });
    expect(weightOf(layer, "renorm_mean")).toEqual([1.5]);
    expect(weightOf(layer, "moving_mean")).toEqual([1.5]);
  });

  it.each<ProfileId>(["tf-1.14-v2", "tf-1.15-v2", "tf-2.3-v2", "keras-2-v2"])(
    "moves none where frozen means inference: %s",
    (profile) => {
      const layer = frozen(profile);
      layer.build([null, 1]);
      const before = layer.getWeights();
      layer.call([[2], [4]], { training: true });
      expect(layer.getWeights()).toEqual(before);
    },
  );
});
