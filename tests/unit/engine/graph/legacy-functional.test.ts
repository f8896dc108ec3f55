import { describe, expect, it } from "vitest";
import type { ProfileId, Tensor } from "@/engine";
import {
  Graph,
  GraphKeys,
  Session,
  batchNormalization,
  constant,
  placeholder,
} from "@/engine/graph";
import type { FunctionalArguments, SymbolicTensor } from "@/engine/graph";
import { expectMovedTo, expectNorm100, expectNormalized } from "../tensorflow/support/norm-100";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";
import { collectingProfiles, quiet, trainingIn } from "./support/deferred-layer";

const shape = [5, 4, 3, 6];
const args = { axis: -1, momentum: 0.9, epsilon: 1e-3 };
const inputs = (seed: number) => tensorOf(shape, uniform(shape, seed));

/** A graph with two inputs, and the function that normalizes them in this version. */
function inGraph(profile: ProfileId) {
  const graph = new Graph();
  const training = trainingIn(graph);
  const [first, second] = ["first", "second"].map((name) => placeholder(graph, { shape, name }));
  const normalized = (x: SymbolicTensor, more: FunctionalArguments = {}): SymbolicTensor =>
    batchNormalization(x, { ...args, training, ...more }, { ...quiet, profile });
  const variableNames = (): readonly string[] =>
    graph.getCollection(GraphKeys.GLOBAL_VARIABLES).map(({ name }) => name);
  return { graph, training, first: first!, second: second!, normalized, variableNames };
}

/** What the graph has in the place of a layer's weights. */
const variablesOf = (graph: Graph) => ({
  weights: graph.getCollection(GraphKeys.GLOBAL_VARIABLES),
});

const names = ["bn/gamma", "bn/beta", "bn/moving_mean", "bn/moving_variance"];

describe.each(collectingProfiles)("%s", (profile) => {
  it("testFunctionalNoReuse: 'bn' names the variables, and 100 runs of UPDATE_OPS move the statistics", () => {
    const { graph, training, first, normalized, variableNames } = inGraph(profile);
    const outputs = normalized(first, { name: "bn" });
    const updates = graph.getCollection(GraphKeys.UPDATE_OPS);
    expect(updates.length).toBe(2);
    expect(variableNames()).toEqual(names);
    expect(graph.getCollection(GraphKeys.TRAINABLE_VARIABLES).map(({ name }) => name)).toEqual(
      names.slice(0, 2),
    );
    const session = new Session(graph);
    const call = (x: Tensor, isTraining: boolean): Tensor =>
      session.run(
        [outputs, ...updates],
        [
          [first, x],
          [training, isTraining],
        ],
      )[0];
    expectNorm100({ layer: variablesOf(graph), call }, inputs(1), [3]);
  });

  it("testFunctionalReuse: the last two UPDATE_OPS are the second call's and move the shared statistics to its input", () => {
    const { graph, training, first, second, normalized, variableNames } = inGraph(profile);
    const before = normalized(first, { name: "bn" });
    const outputs = normalized(second, { name: "bn", reuse: true });
    expect(variableNames()).toEqual(names);
    expect(graph.getCollection(GraphKeys.UPDATE_OPS).length).toBe(4);
    const updates = graph.getCollection(GraphKeys.UPDATE_OPS).slice(-2);
    const session = new Session(graph);
    const [x, other] = [inputs(2), inputs(1)];
    for (let step = 0; step < 100; step++) {
      const feeds = [
        [first, other],
        [second, x],
        [training, true],
      ] as const;
      const [, y] = session.run([before, outputs, ...updates], feeds);
      // In training the mean holds to two decimal places.
      expectNormalized(y, 0.005);
    }
    expectMovedTo(variablesOf(graph), x, [3]);
    expectNormalized(
      session.run(outputs, [
        [second, x],
        [training, false],
      ]),
      0.005,
    );
  });

  it("testFunctionalReuseFromScope: unnamed calls in a scope that is reused make no variable: 5 with the input", () => {
    const { graph, training, variableNames } = inGraph(profile);
    const variables = () => graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
    const inScope = () => {
      // The test's input is a variable of the graph, made once.
      const variable = graph.getVariable("inputs", shape, { initializer: () => uniform(shape, 1) });
      return batchNormalization(
        constant(graph, variable.value),
        { ...args, training },
        { ...quiet, profile },
      );
    };
    graph.variableScope("scope", {}, inScope);
    expect(variables().length).toBe(5);
    graph.variableScope("scope", { reuse: true }, inScope);
    expect(variableNames()).toEqual([
      "scope/inputs",
      ...["gamma", "beta", "moving_mean", "moving_variance"].map(
        (name) => `scope/batch_normalization/${name}`,
      ),
    ]);
  });
});
