import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { Graph, GraphKeys, Session, placeholder } from "@/engine/graph";
import { bitsOf, stateOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";
import { allProfiles } from "../tensorflow/support/profiles";
import { quiet } from "./support/deferred-layer";

const shape = [4, 3];
const batch = tensorOf(shape, uniform(shape, 1, [0, 5]));
const args = { renorm: true, name: "mine", gamma_regularizer: "l2" };

describe.each(allProfiles)("deepCopy in %s", (profile) => {
  it("eager: a layer of its own that goes on where the other stands", () => {
    const layer = new BatchNormalization(args, { profile, ...quiet });
    layer.call(batch, { training: true });
    const copy = layer.deepCopy();
    expect(copy).toBeInstanceOf(BatchNormalization);
    expect([copy.name, copy.scopeName, copy.step, copy.dtype]).toEqual([
      layer.name,
      layer.scopeName,
      layer.step,
      layer.dtype,
    ]);
    expect(copy.getConfig()).toEqual(layer.getConfig());
    const before = stateOf(layer);
    expect(stateOf(copy)).toEqual(before);
    expect(copy.losses).toEqual(layer.losses);

    const outputs = bitsOf(copy.call(batch, { training: true }));
    expect(stateOf(copy)).not.toEqual(before);
    expect(stateOf(layer)).toEqual(before);
    expect(bitsOf(layer.call(batch, { training: true }))).toBe(outputs);
    expect(stateOf(layer)).toEqual(stateOf(copy));
    copy.trainable = false;
    expect(layer.trainable).toBe(true);
  });

  it("eager: a copy of a layer that is not built is not built, and is built by itself", () => {
    const layer = new BatchNormalization(args, { profile, ...quiet });
    const copy = layer.deepCopy();
    copy.build(shape);
    expect([layer.built, copy.built]).toEqual([false, true]);
    expect([layer.weights.length, copy.weights.length > 0]).toEqual([0, true]);
  });

  it("in a graph: a layer of its own with the same variables, updates and nodes", () => {
    const graph = new Graph();
    const x = placeholder(graph, { shape });
    const layer = new BatchNormalization(args, { graph, profile });
    layer.apply(x, { training: true });
    const variables = graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
    const copy = layer.deepCopy();
    expect([copy.name, copy.scopeName]).toEqual([layer.name, layer.scopeName]);
    expect(copy.graph).toBe(graph);
    expect(copy.weights).toEqual(layer.weights);
    copy.weights.forEach((variable, i) => expect(variable).toBe(layer.weights[i]));
    expect([copy.updates, copy.losses, copy.inboundNodes]).toEqual([
      layer.updates,
      layer.losses,
      layer.inboundNodes,
    ]);

    const y = copy.apply(x, { training: true });
    expect([copy.updates.length, layer.updates.length]).toEqual([4, 2]);
    expect([copy.inboundNodes.length, layer.inboundNodes.length]).toEqual([2, 1]);
    expect(graph.getCollection(GraphKeys.GLOBAL_VARIABLES)).toEqual(variables);
    const before = stateOf(layer);
    new Session(graph).run([y, copy.updates.slice(2)], [[x, batch]]);
    expect(stateOf(layer)).not.toEqual(before);
    expect(stateOf(copy)).toEqual(stateOf(layer));
  });

  it("in a graph: a copy takes no name from it", () => {
    const graph = new Graph();
    const layer = new BatchNormalization({}, { graph, profile });
    layer.deepCopy();
    const names = [layer, new BatchNormalization({}, { graph, profile })].map(({ name }) => name);
    const first = Number(/_(\d+)$/.exec(names[0]!)?.[1] ?? 0);
    expect(names[1]).toBe(`batch_normalization_${first + 1}`);
  });
});
