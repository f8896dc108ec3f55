import { describe, expect, it } from "vitest";
import { weightOf } from "../support/tensors";
import { layerIn, tensorOf } from "./support/layers";
import { maskProfiles } from "./support/profiles";

const example = [
  [1, 5],
  [2, 5],
  [0, 0],
  [0, 0],
];
const padded = Array.from({ length: 10 }, () => example);

/** What Keras's Masking layer passes on: positions at which some channel is not 0. */
const mask = padded.map((rows) => rows.map((row) => row.some((value) => value !== 0)));

describe.each(maskProfiles)("%s", (profile) => {
  it.each([
    { test: "test_batchnorm_ignore_masked_values", shownAs: mask },
    {
      test: "test_sync_batchnorm_with_mask",
      shownAs: tensorOf([10, 4], mask.flat().map(Number)),
    },
  ])("$test: moving mean [1.5, 5] and variance [0.25, 0], exactly", ({ shownAs }) => {
    const layer = layerIn(profile, { momentum: 0 });
    const outputs = layer.call(padded, { training: true, mask: shownAs });
    expect(weightOf(layer, "moving_mean")).toEqual([1.5, 5]);
    expect(weightOf(layer, "moving_variance")).toEqual([0.25, 0]);
    expect(outputs.shape).toEqual([10, 4, 2]);
  });

  it("test_input_fully_masked: zeros that are all masked become zeros", () => {
    const layer = layerIn(profile, { scale: false, center: false });
    const x = tensorOf([4, 5], new Array(20).fill(0));
    for (const training of [true, false]) {
      const outputs = layer.call(x, { training, mask: [0, 0, 0, 0] });
      expect(Array.from(outputs.data, Math.abs)).toEqual(new Array(20).fill(0));
    }
  });
});
