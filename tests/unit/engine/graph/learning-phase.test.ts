import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { Graph, Session, batchNormalization, placeholder } from "@/engine/graph";
import type { FeedValue, SymbolicTensor } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { bitsOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";
import { allProfiles } from "../tensorflow/support/profiles";
import { quiet } from "./support/deferred-layer";

const batch = tensorOf([4, 2], uniform([4, 2], 1, [0, 5]));

describe.each(allProfiles)("%s", (profile) => {
  const inGraph = () => {
    const graph = new Graph();
    const x = placeholder(graph, { shape: [null, 2] });
    const layer = new BatchNormalization({}, { graph, profile });
    const run = (y: SymbolicTensor, phase?: boolean) => {
      const feeds = new Map<SymbolicTensor, FeedValue>([[x, batch]]);
      if (phase !== undefined) feeds.set(graph.learningPhase, phase);
      return bitsOf(new Session(graph).run(y, feeds));
    };
    return { graph, x, layer, run };
  };
  const eager = (training: boolean) =>
    bitsOf(new BatchNormalization({}, { profile }).call(batch, { training }));

  it.each([{}, { training: null }])("called with %o it asks the learning phase", (options) => {
    const { x, layer, run } = inGraph();
    const y = layer.apply(x, options);
    expect([run(y, true), run(y, false)]).toEqual([eager(true), eager(false)]);
  });

  it("is false unless it is fed, but has to be fed in 1.4", () => {
    const { x, layer, run } = inGraph();
    const y = layer.apply(x);
    if (profile === "tf-1.4") {
      expect(refusedBy(() => run(y))).toEqual({
        code: "not-fed",
        kind: "ValueError",
        message:
          "keras_learning_phase must be fed where training is not given in this version. Received: keras_learning_phase=nothing",
      });
    } else expect(run(y)).toBe(eager(false));
  });

  it("is not asked by a layer that is told", () => {
    const { x, layer, run } = inGraph();
    const told = layer.apply(x, { training: true });
    for (const phase of [undefined, true, false]) expect(run(told, phase)).toBe(eager(true));
  });

  const isOfLayers = profile === "tf-1.4" || profile === "tf-2.3-layers";
  it("is not asked by the functional interface, which is told false", () => {
    const { graph, x, run } = inGraph();
    if (!isOfLayers) {
      expect(refusedBy(() => batchNormalization(x, {}, { ...quiet, profile })).message).toBe(
        `profile must be one of tf-1.4, tf-2.3-layers for the functional interface. Received: profile="${profile}"`,
      );
      return;
    }
    const functional = batchNormalization(x, {}, { ...quiet, profile });
    for (const phase of [undefined, true, false]) {
      expect(run(functional, phase)).toBe(eager(false));
    }
    const asking = batchNormalization(x, { training: null }, { ...quiet, profile });
    expect(asking.operation.inputs).toContain(graph.learningPhase);
    expect(run(asking, true)).toBe(eager(true));
  });

  it("is one of the graph, outside of all scopes", () => {
    const graph = new Graph();
    const inside = graph.variableScope("scope", {}, () => graph.learningPhase);
    expect([inside.name, inside.dtype, inside.shape]).toEqual(["keras_learning_phase", "bool", []]);
    expect(graph.learningPhase).toBe(inside);
  });

  it.each([
    [1, true],
    [0, false],
  ] as const)(
    "training %i is a boolean, or refused as the eager layer refuses it",
    (given, meant) => {
      const { x, layer, run } = inGraph();
      if (profile === "tf-1.4") {
        const called = new BatchNormalization({}, { profile });
        const expected = refusedBy(() => called.call(batch, { training: given }));
        expect(expected.kind).toBe("TypeError");
        expect(refusedBy(() => layer.apply(x, { training: given }))).toEqual(expected);
        expect(layer.built).toBe(false);
      } else expect(run(layer.apply(x, { training: given }))).toBe(eager(meant));
    },
  );
});
