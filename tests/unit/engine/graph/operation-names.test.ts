import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import {
  Graph,
  GraphKeys,
  Session,
  batchNormalization,
  identity,
  placeholder,
} from "@/engine/graph";
import { collectingProfiles, quiet } from "./support/deferred-layer";

const own = ["gamma", "beta", "moving_mean", "moving_variance"];
const within = (scope: string): string[] => own.map((name) => `${scope}/${name}`);
const inGraph = () => {
  const graph = new Graph();
  const x = placeholder(graph, { shape: [null, 2], name: "x" });
  return { graph, x, names: () => graph.operations.map(({ name }) => name).slice(1) };
};
const variablesIn = (graph: Graph): string[] =>
  graph.getCollection(GraphKeys.GLOBAL_VARIABLES).map(({ name }) => name);

describe.each(collectingProfiles)("operations of layers of %s", (profile) => {
  it("lie below the name scope that they are made in, variables do not", () => {
    const { graph, x, names } = inGraph();
    graph.nameScope("tower", () => {
      new BatchNormalization({}, { graph, profile }).apply(x, { training: true });
    });
    expect(names()).toEqual([
      "tower/batch_normalization/batchnorm",
      "tower/batch_normalization/AssignMovingAvg",
      "tower/batch_normalization/AssignMovingAvg_1",
    ]);
    expect(variablesIn(graph)).toEqual(within("batch_normalization"));
  });

  it("of the functional interface, too", () => {
    const { graph, x, names } = inGraph();
    graph.nameScope("tower", () => batchNormalization(x, { name: "bn" }, { ...quiet, profile }));
    expect(names()).toEqual(["tower/bn/batchnorm"]);
    expect(variablesIn(graph)).toEqual(within("bn"));
  });

  it("lie below a variable scope, as the variables do", () => {
    const { graph, x, names } = inGraph();
    graph.variableScope("tower", {}, () => {
      new BatchNormalization({}, { graph, profile }).apply(x, { training: false });
    });
    expect(names()).toEqual(["tower/batch_normalization/batchnorm"]);
    expect(variablesIn(graph)).toEqual(within("tower/batch_normalization"));
  });

  it("have names of their own in a scope that is entered again, where the variables are the same", () => {
    const { graph, x, names } = inGraph();
    for (const reuse of [false, true]) {
      graph.variableScope("m", { reuse }, () =>
        batchNormalization(x, { name: "bn" }, { ...quiet, profile }),
      );
    }
    expect(names()).toEqual(["m/bn/batchnorm", "m_1/bn/batchnorm"]);
    expect(variablesIn(graph)).toEqual(within("m/bn"));
  });
});

it("a name scope entered again is numbered", () => {
  const { graph, x, names } = inGraph();
  for (let i = 0; i < 3; i++) graph.nameScope("m", () => identity(x));
  expect(names()).toEqual(["m/Identity", "m_1/Identity", "m_2/Identity"]);
});

it("a session adds no operation to the graph, nor the learning phase", () => {
  const { graph, x } = inGraph();
  const layer = new BatchNormalization({}, { graph });
  const y = layer.apply(x, { training: true });
  const before = graph.operations;
  for (let run = 0; run < 3; run++) {
    new Session(graph).run([y, x, ...layer.updates, ...layer.weights], [[x, [[1, 2]]]]);
  }
  expect(graph.operations).toEqual(before);
  expect(before.map(({ name }) => name)).not.toContain("keras_learning_phase");
});
