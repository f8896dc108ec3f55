import { describe, expect, it } from "vitest";
import type { Layer } from "@/engine";
import { Graph, placeholder } from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { collectingProfiles } from "./support/deferred-layer";
import { AddLayer, Dense, PowersLayer } from "./support/layers";

const wide = [null, 32];
const narrow = [null, 16];

/** What a layer was called on and what it gave, the four properties of a layer with one node. */
const connectionOf = ({ input, output, inputShape, outputShape }: Layer) => ({
  input,
  output,
  inputShape,
  outputShape,
});

const connections = ["input", "output", "inputShape", "outputShape"] as const;

describe.each(collectingProfiles)("%s", (profile) => {
  const inGraph = () => {
    const graph = new Graph();
    const options = { graph, profile };
    const inputOf = (name: string, shape: readonly (number | null)[] = wide): SymbolicTensor =>
      placeholder(graph, { shape, name });
    const dense = (name?: string, units = 16): Dense => new Dense({ name, units }, options);
    return { graph, options, dense, inputOf, a: inputOf("input_a"), b: inputOf("input_b") };
  };

  it("test_get_updates_for: updates are kept under the input that they were added with, or under none", () => {
    const { graph, dense, a, b } = inGraph();
    const layer = dense(undefined, 1);
    const [first, second] = ["first", "second"].map((type) =>
      graph.operation({ type, compute: () => null }),
    );
    layer.addUpdate(first!, a);
    layer.addUpdate(second!, null);
    expect(layer.getUpdatesFor(a)).toEqual([first]);
    expect(layer.getUpdatesFor(null)).toEqual([second]);
    expect(layer.getUpdatesFor(b)).toEqual([]);
    expect(layer.updates).toEqual([first, second]);
  });

  it("test_get_losses_for: losses are kept under the inputs in their order, or under none", () => {
    const { inputOf, dense, a, b } = inGraph();
    const layer = dense(undefined, 1);
    const [first, second, both] = ["first", "second", "both"].map((name) => inputOf(name, []));
    layer.addLoss(first!, a);
    layer.addLoss(second!, null);
    layer.addLoss([both!], [a, b]);
    expect(layer.getLossesFor(a)).toEqual([first]);
    expect(layer.getLossesFor(null)).toEqual([second]);
    expect(layer.getLossesFor([a, b])).toEqual([both]);
    expect(layer.getLossesFor([b, a])).toEqual([]);
    expect(layer.losses).toEqual([first, second, both]);
  });

  it("testTopologicalAttributes: what the layer was called on, by property and by number", () => {
    const { dense, a, b } = inGraph();
    const once = dense("test_layer");
    const output = once.apply(a);
    expect(connectionOf(once)).toEqual({ input: a, output, inputShape: wide, outputShape: narrow });

    const twice = dense("dense_1");
    const outputs = [twice.apply(a), twice.apply(b)];
    for (const i of [0, 1, -2, -1]) {
      expect(twice.getInputAt(i)).toBe([a, b].at(i));
      expect(twice.getOutputAt(i)).toBe(outputs.at(i));
      expect(twice.getInputShapeAt(i)).toEqual(wide);
      expect(twice.getOutputShapeAt(i)).toEqual(narrow);
      expect(twice.getInputMaskAt(i)).toBeNull();
      expect(twice.getOutputMaskAt(i)).toBeNull();
    }
    expect([twice.inputShape, twice.outputShape]).toEqual([wide, narrow]);
    for (const index of [2, -3]) {
      expect(refusedBy(() => twice.getInputAt(index))).toEqual({
        code: "layer-nodes",
        kind: "ValueError",
        message: `node_index must be an integer from -2 to 1: the layer has 2 nodes. Received: node_index=${index}`,
      });
    }
  });

  it.each(connections)(
    "testTopologicalAttributes: %s of an unused layer is an AttributeError",
    (member) => {
      const { dense } = inGraph();
      const layer = dense();
      const rule = member.endsWith("Shape")
        ? "a layer whose calls have one shape in common"
        : "a layer with one inbound node";
      expect(refusedBy(() => layer[member])).toEqual({
        code: "layer-nodes",
        kind: "AttributeError",
        message: `${member} must be asked of ${rule}. Received: nodes=0`,
      });
      expect(refusedBy(() => layer.getOutputShapeAt(0))).toEqual({
        code: "layer-nodes",
        kind: "RuntimeError",
        message: "getOutputShapeAt must be asked of a layer that was called. Received: nodes=0",
      });
    },
  );

  it("testTopologicalAttributes: shapes that differ are an AttributeError", () => {
    const { dense, inputOf } = inGraph();
    const layer = dense();
    layer.apply(inputOf("three", [3, 32]));
    layer.apply(inputOf("five", [5, 32]));
    expect(refusedBy(() => layer.inputShape)).toEqual({
      code: "layer-nodes",
      kind: "AttributeError",
      message:
        "inputShape must be asked of a layer whose calls have one shape in common. Received: shapes=[[3,32]] and [[5,32]]",
    });
    expect(refusedBy(() => layer.outputShape).message).toBe(
      "outputShape must be asked of a layer whose calls have one shape in common. Received: shapes=[[3,16]] and [[5,16]]",
    );
  });

  it("testTopologicalAttributes: input of two nodes is refused, or the first node's where that is asked for", () => {
    const { dense, options, a, b } = inGraph();
    const strict = dense();
    const lenient = new Dense({ units: 16 }, { ...options, inputOfSeveralNodes: "first" });
    for (const layer of [strict, lenient]) {
      layer.apply(a);
      layer.apply(b);
    }
    for (const member of ["input", "output", "inputMask", "outputMask"] as const) {
      expect(refusedBy(() => strict[member])).toEqual({
        code: "layer-nodes",
        kind: "AttributeError",
        message: `${member} must be asked of a layer with one inbound node. Received: nodes=2`,
      });
    }
    expect([lenient.input, lenient.output]).toEqual([a, lenient.getOutputAt(0)]);
  });

  it("testTopologicalAttributesMultiOutputLayer: several outputs are a list", () => {
    const { inputOf, options } = inGraph();
    const x = inputOf("x");
    const layer = new PowersLayer({}, options);
    const outputs = layer.apply(x);
    expect(outputs).toHaveLength(2);
    expect(connectionOf(layer)).toEqual({
      input: x,
      output: outputs,
      inputShape: wide,
      outputShape: [wide, wide],
    });
  });

  it("testTopologicalAttributesMultiInputLayer: several inputs are a list", () => {
    const { options, a, b } = inGraph();
    const layer = new AddLayer({}, options);
    const output = layer.apply([a, b]);
    expect(connectionOf(layer)).toEqual({
      input: [a, b],
      output,
      inputShape: [wide, wide],
      outputShape: wide,
    });
  });

  it("test_node_construction: each call is a node between the layers on both of its sides", () => {
    const { dense, a, b } = inGraph();
    const first = dense("dense_1");
    const [ofA, ofB] = [first.apply(a), first.apply(b)] as [SymbolicTensor, SymbolicTensor];
    expect(first.inboundNodes).toEqual([
      { layer: first, inputs: [a], outputs: [ofA], callArguments: {} },
      { layer: first, inputs: [b], outputs: [ofB], callArguments: {} },
    ]);
    expect(first.outboundNodes).toEqual([]);
    expect(a.history).toBeNull();
    expect(ofB.history).toEqual({ node: first.inboundNodes[1], index: 0 });

    const second = dense("dense_2");
    second.apply(ofA);
    expect(first.outboundNodes).toEqual(second.inboundNodes);
    expect(second.inboundNodes[0]?.inputs[0]?.history?.node.layer).toBe(first);
  });
});
