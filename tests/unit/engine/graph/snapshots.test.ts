import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { Graph, GraphKeys, Session, identity, placeholder } from "@/engine/graph";
import { refusedBy } from "../support/refused";

const inGraph = () => {
  const graph = new Graph();
  const x = placeholder(graph, { shape: [null, 2], name: "x" });
  const layer = new BatchNormalization({}, { graph });
  layer.apply(x, { training: true });
  return { graph, x, layer };
};

describe("what is asked of a graph or of a layer is a list of its own", () => {
  const { graph, x, layer } = inGraph();

  it.each<[string, () => readonly unknown[], () => unknown]>([
    ["graph.operations", () => graph.operations, () => identity(x)],
    ["layer.inboundNodes", () => layer.inboundNodes, () => layer.apply(x)],
    [
      "layer.outboundNodes",
      () => layer.outboundNodes,
      () => layer.apply(layer.getOutputAt(0) as typeof x),
    ],
    ["layer.updates", () => layer.updates, () => layer.apply(x, { training: true })],
    [
      "UPDATE_OPS",
      () => graph.getCollection(GraphKeys.UPDATE_OPS),
      () => graph.addToCollection(GraphKeys.UPDATE_OPS, [x.operation]),
    ],
    [
      "GLOBAL_VARIABLES",
      () => graph.getCollection(GraphKeys.GLOBAL_VARIABLES),
      () => graph.getVariable("v", [1]),
    ],
  ])("%s does not grow later", (_name, list, more) => {
    const before = list();
    const copy = [...before];
    more();
    expect(before).toEqual(copy);
    expect(list().length).toBeGreaterThan(copy.length);
  });

  it.each<[string, () => readonly unknown[]]>([
    ["graph.operations", () => graph.operations],
    ["layer.inboundNodes", () => layer.inboundNodes],
    ["layer.updates", () => layer.updates],
    ["layer.weights", () => layer.weights],
    ["GLOBAL_VARIABLES", () => graph.getCollection(GraphKeys.GLOBAL_VARIABLES)],
  ])("%s is not changed by who writes into it", (_name, list) => {
    const before = [...list()];
    (list() as unknown[]).length = 0;
    expect(list()).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });
});

describe("a variable that the graph does not have is refused as a fetch", () => {
  const { graph } = inGraph();
  const eager = new BatchNormalization({ name: "eager" });
  eager.build([null, 2]);

  it.each([
    ["of another graph", inGraph().layer, "batch_normalization/gamma"],
    ["of an eager layer", eager, "eager/gamma"],
  ])("%s", (_what, layer, name) => {
    const session = new Session(graph);
    for (const fetches of [layer.weights[0]!, [[layer.weights[0]!]]]) {
      expect(refusedBy(() => session.run(fetches))).toEqual({
        code: "graph-differs",
        kind: "ValueError",
        message: `fetches must be of the same graph: it has no such variable. Received: fetches=${name}`,
      });
    }
  });
});
