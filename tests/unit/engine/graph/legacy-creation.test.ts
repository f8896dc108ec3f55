import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, DType, ProfileId } from "@/engine";
import { Graph, GraphKeys, Session, placeholder } from "@/engine/graph";
import {
  constraints,
  creationCases,
  expectConstraints,
  expectWeights,
  regularizerCases,
  tenthOfSum,
} from "../tensorflow/suites/creation";
import { weightCounts } from "../tensorflow/support/layers";
import { halfProfiles, v1Profiles } from "../tensorflow/support/profiles";
import { collectingProfiles, trainingIn } from "./support/deferred-layer";

/** The layer applied to a placeholder of this shape, with a placeholder for `training`. */
function applied(
  profile: ProfileId,
  args: BatchNormArguments,
  shape: readonly number[] = [5, 4, 3],
  dtype: DType = "float32",
) {
  const graph = new Graph();
  const layer = new BatchNormalization(args, { graph, profile });
  const x = placeholder(graph, { shape, dtype });
  const outputs = layer.apply(x, { training: trainingIn(graph) });
  return { graph, layer, outputs };
}

/** The lists of the graph after one layer: UPDATE_OPS only in the versions that fill it. */
function expectCollections({ graph, layer }: ReturnType<typeof applied>, profile: ProfileId): void {
  expect(layer.updates.length).toBe(2);
  expect(graph.getCollection(GraphKeys.UPDATE_OPS)).toEqual(
    collectingProfiles.includes(profile) ? layer.updates : [],
  );
  expect(graph.getCollection(GraphKeys.TRAINABLE_VARIABLES)).toEqual(layer.trainableVariables);
  expect(graph.getCollection(GraphKeys.GLOBAL_VARIABLES)).toEqual(layer.variables);
}

describe.each(v1Profiles)("%s", (profile) => {
  it.each(creationCases)(
    "$test: shape kept, weights $names, two updates, and the collections list them",
    ({ args, names }) => {
      const made = applied(profile, args);
      expect(made.outputs.shape).toEqual([5, 4, 3]);
      expectWeights(made.layer, names);
      expectCollections(made, profile);
      expect(made.layer.updates.flatMap(({ writes }) => writes)).toEqual(
        made.layer.nonTrainableVariables,
      );
    },
  );

  it.each(regularizerCases)(
    "$test: a function on $name gives one loss, 0.1·Σw when it is run",
    ({ name, loss }) => {
      const { graph, layer } = applied(profile, { axis: 1, [`${name}_regularizer`]: tenthOfSum });
      expect(layer.losses.length).toBe(1);
      expect(layer.getLossesFor(null)).toEqual(layer.losses);
      expect(graph.getCollection(GraphKeys.REGULARIZATION_LOSSES)).toEqual(
        collectingProfiles.includes(profile) ? layer.losses : [],
      );
      const losses = new Session(graph).run(layer.getLossesFor(null));
      expect(losses.map(({ shape }) => shape)).toEqual([[]]);
      expect(losses.map(({ data }) => data[0])).toBeAllClose([loss], { absolute: 1e-7 });
    },
  );

  it("testConstraints: the functions given are those of the variables", () => {
    const { layer } = applied(profile, { axis: 1, ...constraints });
    expectConstraints(layer);
  });
});

describe.each(halfProfiles)("%s", (profile) => {
  it("testCreateFusedBNFloat16: float16 outputs, 4 variables in float32, two updates, and the collections", () => {
    const args = { axis: 1, fused: true, dtype: "float16" } as const;
    const made = applied(profile, args, [5, 4, 3, 3], "float16");
    const { layer, outputs } = made;
    expect(layer.fused).toBe(true);
    expect([outputs.shape, outputs.dtype]).toEqual([[5, 4, 3, 3], "float16"]);
    expect(weightCounts(layer)).toEqual([4, 2, 2]);
    expect(layer.variables.map(({ dtype }) => dtype)).toEqual(new Array(4).fill("float32"));
    expectCollections(made, profile);
  });
});

it.each(["tf-1.14-v1", "tf-2.3-layers"] as const)(
  "testCreateFusedBNFloat16: %s: a layer without a dtype takes float16 from its inputs",
  (profile) => {
    const args = { axis: 1, fused: true };
    const { layer, outputs } = applied(profile, args, [5, 4, 3, 3], "float16");
    expect([layer.dtype, outputs.dtype]).toEqual(["float16", "float16"]);
    expect(layer.variables.map(({ dtype }) => dtype)).toEqual(new Array(4).fill("float32"));
  },
);
