import { describe, expect, it } from "vitest";
import type { BatchNormArguments, DType } from "@/engine";
import { weightOf } from "../support/tensors";
import {
  constraints,
  creationCases,
  expectConstraints,
  expectWeights,
  regularizerCases,
  tenthOfSum,
} from "./suites/creation";
import { layerIn, tensorOf, weightCounts, weightNames } from "./support/layers";
import { uniform } from "./support/numbers";
import { halfProfiles, v1Profiles } from "./support/profiles";

const inputs = (shape: readonly number[], dtype: DType = "float32") =>
  tensorOf(shape, uniform(shape, 1), dtype);

/** Which weights a training call changes: TensorFlow's updates. */
function updatedBy(args: BatchNormArguments, profile: (typeof v1Profiles)[number]): string[] {
  const layer = layerIn(profile, args);
  layer.build([5, 4, 3]);
  const before = new Map(weightNames(layer).map((name) => [name, weightOf(layer, name)]));
  layer.call(inputs([5, 4, 3]), { training: true });
  return weightNames(layer).filter(
    (name) => weightOf(layer, name).join() !== before.get(name)!.join(),
  );
}

describe.each(v1Profiles)("%s", (profile) => {
  it.each(creationCases)(
    "$test: shape kept, weights $names, two of which a training call moves",
    ({ args, names }) => {
      const layer = layerIn(profile, args);
      const outputs = layer.call(inputs([5, 4, 3]), { training: true });
      expect(outputs.shape).toEqual([5, 4, 3]);
      expectWeights(layer, names);
      expect(updatedBy(args, profile)).toEqual(["moving_mean", "moving_variance"]);
    },
  );

  it.each(regularizerCases)(
    "$test: a function on $name gives one loss, 0.1·Σw",
    ({ name, loss }) => {
      const layer = layerIn(profile, { axis: 1, [`${name}_regularizer`]: tenthOfSum });
      expect(layer.losses).toEqual([]);
      layer.call(inputs([5, 4, 3]), { training: true });
      expect(layer.losses).toBeAllClose([loss], { absolute: 1e-12 });
    },
  );

  it("testConstraints: the functions given are those of the weights", () => {
    const layer = layerIn(profile, { axis: 1, ...constraints });
    layer.call(inputs([5, 4, 3]));
    expectConstraints(layer);
  });
});

it.each(halfProfiles)(
  "testCreateFusedBNFloat16: %s: float16 outputs of the inputs' shape, 4 weights in float32",
  (profile) => {
    const layer = layerIn(profile, { axis: 1, fused: true, dtype: "float16" });
    const outputs = layer.call(inputs([5, 4, 3, 3], "float16"), { training: true });
    expect(layer.fused).toBe(true);
    expect([outputs.shape, outputs.dtype]).toEqual([[5, 4, 3, 3], "float16"]);
    expect(weightCounts(layer)).toEqual([4, 2, 2]);
    expect(layer.weights.map(({ value }) => value.dtype)).toEqual(new Array(4).fill("float32"));
  },
);

it.each(["tf-1.14-v1", "tf-2.3-layers"] as const)(
  "testCreateFusedBNFloat16: %s: a layer without a dtype takes float16 from its inputs",
  (profile) => {
    const layer = layerIn(profile, { axis: 1, fused: true });
    const outputs = layer.call(inputs([5, 4, 3, 3], "float16"), { training: true });
    expect([layer.dtype, outputs.dtype]).toEqual(["float16", "float16"]);
    expect(layer.weights.map(({ value }) => value.dtype)).toEqual(new Array(4).fill("float32"));
  },
);
