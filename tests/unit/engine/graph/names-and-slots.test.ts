import { describe, expect, it } from "vitest";
import { BatchNormalization, adam, sgd } from "@/engine";
import type { Optimizer } from "@/engine";
import {
  Graph,
  GraphKeys,
  Session,
  addN,
  batchNormalization,
  meanSquaredError,
  minimize,
  placeholder,
} from "@/engine/graph";
import { bitsOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { allProfiles } from "../tensorflow/support/profiles";
import { quiet } from "./support/deferred-layer";
import { readOf, variableOf } from "./support/gradients";
import { PrivateLayer } from "./support/layers";

const own = ["gamma", "beta", "moving_mean", "moving_variance"];
const within = (scope: string): string[] => own.map((name) => `${scope}/${name}`);
const namesIn = (graph: Graph): string[] =>
  graph.getCollection(GraphKeys.GLOBAL_VARIABLES).map(({ name }) => name);

describe("variables of one graph", () => {
  it("have names of their own where a functional layer and a Keras-profile layer are both called bn", () => {
    const graph = new Graph();
    const x = placeholder(graph, { shape: [null, 2] });
    batchNormalization(x, { name: "bn" }, quiet);
    const layer = new BatchNormalization({ name: "bn" }, { graph, profile: "tf-2.3-v2" });
    layer.apply(x);
    expect(new Set(namesIn(graph)).size).toBe(8);
    expect(namesIn(graph).slice(0, 4)).toEqual(within("bn"));
    expect(layer.weights.map(({ name }) => name)).toEqual(namesIn(graph).slice(4));
  });

  it.each(["tf-1.14-v1", "tf-2.3-v2", "keras-2-v2"] as const)(
    "have names of their own where a layer of %s adds two of one name",
    (profile) => {
      const graph = new Graph();
      const layer = new PrivateLayer({ name: "mine" }, { graph, profile });
      const [first, second] = [1, 2].map(() => layer.addVariable("k", [2]));
      expect(first).not.toBe(second);
      expect(namesIn(graph)).toEqual(["mine/k", "mine/k_1"]);
      expect(layer.weights).toEqual([first, second]);
    },
  );

  it.each(allProfiles)(
    "have names of their own in %s whatever their layers are called",
    (profile) => {
      const graph = new Graph();
      const x = placeholder(graph, { shape: [null, 2] });
      for (const name of ["bn", "bn", undefined, "bn_1", undefined]) {
        new BatchNormalization({ name }, { graph, profile }).apply(x);
      }
      expect(new Set(namesIn(graph)).size).toBe(20);
    },
  );
});

const optimizers: Readonly<Record<string, () => Optimizer>> = {
  "sgd with momentum": () => sgd({ learning_rate: 0.1, momentum: 0.9 }),
  adam: () => adam({ learning_rate: 0.1 }),
};

describe.each(Object.entries(optimizers))("the slots of %s", (_name, optimizer) => {
  /** The values after steps on variables with these names, each pulled to a target of its own. */
  const trained = (names: readonly string[], targets: readonly number[]): string[] => {
    const graph = new Graph();
    // A graph gives names of its own, so that one name twice has to come from elsewhere.
    const variables = names.map((name) => {
      const variable = variableOf(graph, name, tensorOf([2], [1, -1]));
      return Object.defineProperty(variable, "name", { value: name });
    });
    const losses = variables.map((variable, i) => {
      const goal = variableOf(graph, `goal_${i}`, tensorOf([2], [targets[i]!, targets[i]!]));
      return meanSquaredError(readOf(graph, goal), readOf(graph, variable));
    });
    const train = minimize(optimizer(), addN(losses), { variables });
    for (let step = 0; step < 3; step++) new Session(graph).run(train);
    return variables.map(({ value }) => bitsOf(value));
  };

  it("are each variable's own, even of two of one name", () => {
    const targets = [5, -7];
    const expected = trained(["a", "b"], targets);
    expect(expected[0]).not.toBe(expected[1]);
    expect(trained(["same", "same"], targets)).toEqual(expected);
  });
});
