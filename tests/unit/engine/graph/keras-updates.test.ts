import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, ProfileId } from "@/engine";
import { Graph, Session, placeholder } from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import { weightOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { normals } from "../tensorflow/support/numbers";
import { allProfiles, v1Profiles } from "../tensorflow/support/profiles";

function inGraph(profile: ProfileId, args: BatchNormArguments = {}) {
  const graph = new Graph();
  const layer = new BatchNormalization(args, { graph, profile });
  return { graph, layer, session: new Session(graph) };
}

it.each(v1Profiles)(
  "test_updates_in_wrap_function: %s: training on ones (10, 1) has 2 updates, which move 2 weights",
  (profile) => {
    const { graph, layer, session } = inGraph(profile);
    const x = placeholder(graph, { shape: [10, 1] });
    layer.apply(x, { training: true });
    expect(layer.updates.length).toBe(2);
    session.run(layer.updates, [[x, tensorOf([10, 1], new Array<number>(10).fill(1))]]);
    const after = layer.getWeights().map(({ data }) => data[0]!);
    expect(after).toBeAllClose([1, 0, 0.01, 0.99], { absolute: 1e-7 });
  },
);

describe.each(allProfiles)("%s", (profile) => {
  it("test_shared_batchnorm: two updates for each input that the layer was called on, 4 and then 6", () => {
    const { graph, layer, session } = inGraph(profile, { momentum: 0.5 });
    const inputs = [1, 2, 3].map((n) => placeholder(graph, { shape: [null, 10], name: `x${n}` }));
    const [x1, x2, x3] = inputs as [SymbolicTensor, SymbolicTensor, SymbolicTensor];
    layer.apply(x1);
    layer.apply(x2);
    expect(layer.updates.length).toBe(4);
    for (const x of [x1, x2]) expect(layer.getUpdatesFor(x).length).toBe(2);
    layer.apply(x3);
    expect(layer.updates.length).toBe(6);
    expect(layer.getUpdatesFor(x3)).toEqual(layer.updates.slice(4));
    expect(layer.weights.length).toBe(4);

    // What one input's updates do needs that input alone, and moves the statistics that all calls share.
    const batch = tensorOf([2, 10], normals([2, 10], 1, [5, 10]));
    session.run(layer.getUpdatesFor(x2), [
      [x2, batch],
      [graph.learningPhase, true],
    ]);
    const half = Array.from({ length: 10 }, (_, c) => (batch.data[c]! + batch.data[10 + c]!) / 4);
    expect(weightOf(layer, "moving_mean")).toBeAllClose(half, { relative: 1e-6 });
  });

  it("test_can_be_used_in_multiple_graphs: three nested calls turn ±1000 into ±0.9995", () => {
    const { graph, layer, session } = inGraph(profile, { center: false, scale: false });
    const x = placeholder(graph, { shape: [2, 1] });
    const nested = [1, 2, 3].reduce((inputs) => layer.apply(inputs, { training: true }), x);
    const outputs = session.run(nested, [[x, tensorOf([2, 1], [-1000, 1000])]]);
    expect(outputs.data).toBeAllClose([-0.9995, 0.9995], { absolute: 1e-5 });
  });
});
