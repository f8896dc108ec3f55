import { describe, expect, it } from "vitest";
import type { BatchNormArguments, ProfileId } from "@/engine";
import { mean, variance } from "../support/naive";
import { weightOf } from "../support/tensors";
import { fit } from "./support/fit";
import { layerIn, tensorOf } from "./support/layers";
import { normals } from "./support/numbers";
import { channelAlong } from "./support/reference";
import { allProfiles, halfProfiles } from "./support/profiles";

/**
 * Trains on 1000 examples of N(5, 10²) against themselves for 4 epochs with momentum 0.8; returns the outputs at
 * inference with β taken away and γ divided out, by channel.
 */
function trainedUnits(
  profile: ProfileId,
  args: BatchNormArguments,
  example: readonly number[],
): number[][] {
  const shape = [1000, ...example];
  const layer = layerIn(profile, { ...args, momentum: 0.8 });
  const x = tensorOf(shape, normals(shape, 11, [5, 10]), args.dtype ?? "float32");
  fit(layer, x, x, { epochs: 4 });
  const [gamma, beta] = [weightOf(layer, "gamma"), weightOf(layer, "beta")];
  const channel = channelAlong(shape, (layer.axis as readonly number[])[0]!);
  const units = gamma.map((): number[] => []);
  layer.call(x).data.forEach((y, i) => {
    const c = channel(i);
    units[c]!.push((y - beta[c]!) / gamma[c]!);
  });
  return units;
}

const deviation = (values: readonly number[]): number => Math.sqrt(variance(values));

const shapes = [
  { example: [10], tolerance: 0.1 },
  { example: [2, 2, 2], tolerance: 0.2 },
];

describe.each(allProfiles)("%s", (profile) => {
  it.each(shapes)(
    "test_batchnorm_correctness: examples $example: mean 0 and deviation 1 within $tolerance",
    ({ example, tolerance }) => {
      const units = trainedUnits(profile, {}, example).flat();
      expect(mean(units)).toBeAllClose(0, { absolute: tolerance });
      expect(deviation(units)).toBeAllClose(1, { absolute: tolerance });
    },
  );

  it.each([
    { test: "test_batchnorm_convnet", axis: 1, example: [3, 4, 4] },
    { test: "test_batchnorm_convnet_channel_last", axis: -1, example: [4, 4, 3] },
  ])("$test: each channel has mean 0 and deviation 1 within 0.1", ({ axis, example }) => {
    const units = trainedUnits(profile, { axis }, example);
    expect(units.length).toBe(3);
    expect(units.map(mean)).toBeAllClose([0, 0, 0], { absolute: 0.1 });
    expect(units.map(deviation)).toBeAllClose([1, 1, 1], { absolute: 0.1 });
  });
});

describe.each(halfProfiles)("%s", (profile) => {
  it.each(shapes)(
    "test_batchnorm_float16: examples $example: mean 0 and deviation 1 within $tolerance",
    ({ example, tolerance }) => {
      const units = trainedUnits(profile, { dtype: "float16" }, example).flat();
      expect(mean(units)).toBeAllClose(0, { absolute: tolerance });
      expect(deviation(units)).toBeAllClose(1, { absolute: tolerance });
    },
  );
});
