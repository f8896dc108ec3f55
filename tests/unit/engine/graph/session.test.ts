import { describe, expect, it } from "vitest";
import { BatchNormalization, adam } from "@/engine";
import {
  Graph,
  Session,
  addN,
  constant,
  group,
  identity,
  meanSquaredError,
  minimize,
  placeholder,
} from "@/engine/graph";
import type { FeedValue, Operation, SymbolicTensor } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { bitsOf, stateOf } from "../support/tensors";
import { numbersIn } from "./support/operations";

const x3 = [
  [1, 2, 3],
  [2, 4, 9],
];

/** A tensor that counts how often it is computed. */
function counted(input: SymbolicTensor) {
  const runs = { count: 0 };
  const { graph } = input;
  const operation = graph.operation({
    type: "Count",
    inputs: [input],
    compute: (run) => {
      runs.count += 1;
      return numbersIn(run.value(input));
    },
  });
  const output = graph.output(operation, {
    dtype: "float32",
    shape: input.shape,
    value: (value) => value,
  });
  return { runs, operation, output };
}

const failing = (graph: Graph): Operation =>
  graph.operation({
    type: "Fail",
    compute: () => {
      throw new Error("midway");
    },
  });

function inGraph() {
  const graph = new Graph();
  const x = placeholder(graph, { shape: [null, 3], name: "x" });
  const flag = placeholder(graph, { dtype: "bool", name: "flag" });
  return { graph, x, flag, session: new Session(graph) };
}

describe("what runs", () => {
  it("is what is fetched and what that needs, each once, and nothing else", () => {
    const { x, session } = inGraph();
    const [inner, other] = [counted(x), counted(x)];
    const outer = counted(inner.output);
    session.run([outer.output, inner.output, outer.operation], [[x, x3]]);
    expect([inner, outer, other].map(({ runs }) => runs.count)).toEqual([1, 1, 0]);
    session.run(inner.output, [[x, x3]]);
    expect([inner, outer, other].map(({ runs }) => runs.count)).toEqual([2, 1, 0]);
  });

  it("is not what a fed tensor is computed from", () => {
    const { x, session } = inGraph();
    const inner = counted(x);
    const outer = counted(inner.output);
    const { data } = session.run(outer.output, [[inner.output, [[7, 8, 9]]]]);
    expect(Array.from(data)).toEqual([7, 8, 9]);
    expect(inner.runs.count).toBe(0);
  });

  it("is what a group needs, in its order, before the group", () => {
    const { graph, session } = inGraph();
    const done: string[] = [];
    const [a, b] = ["a", "b"].map((type) =>
      graph.operation({ type, compute: () => void done.push(type) }),
    );
    expect(session.run(group([b!, [a!]]))).toBeNull();
    expect(done).toEqual(["b", "a"]);
  });

  it("does not compute the updates for the outputs, nor other layers for either", () => {
    const { graph, x, session } = inGraph();
    const layers = [1, 2].map(() => new BatchNormalization({}, { graph }));
    const [y] = layers.map((layer) => layer.apply(x, { training: true }));
    session.run(y!, [[x, x3]]);
    expect(layers.map(({ step }) => step)).toEqual([1, 0]);
    expect(layers.map((layer) => layer.getWeights().map(({ data }) => [...data]))).toEqual(
      layers.map(() => [
        [1, 1, 1],
        [0, 0, 0],
        [0, 0, 0],
        [1, 1, 1],
      ]),
    );
  });
});

describe("what comes back", () => {
  it("is a list for a list, numbers for tensors and variables, null for operations", () => {
    const { graph, x, flag, session } = inGraph();
    const variable = graph.getVariable("v", [2], { initializer: () => [4, 5] });
    const same = identity(x);
    const feeds = new Map<SymbolicTensor, FeedValue>([
      [x, [[1, 2, 3]]],
      [flag, true],
    ]);
    const [tensors, operation, truth] = session.run(
      [[same, variable], same.operation, flag],
      feeds,
    );
    expect(tensors.map(({ shape, data }) => [shape, ...data])).toEqual([
      [[1, 3], 1, 2, 3],
      [[2], 4, 5],
    ]);
    expect(operation).toBeNull();
    expect([truth.shape, ...truth.data]).toEqual([[], 1]);
  });

  it("is the caller's own: writing into it changes nothing", () => {
    const { graph, session } = inGraph();
    const [c, layer] = [constant(graph, [1, 2]), new BatchNormalization({}, { graph })];
    layer.build([null, 1]);
    const [values, weight] = session.run([c, layer.weights[0]!]);
    values.data[0] = 9;
    weight.data[0] = 9;
    expect(Array.from(session.run(c).data)).toEqual([1, 2]);
    expect(Array.from(layer.weights[0]!.value.data)).toEqual([1]);
  });

  it("is the value at its turn: a variable fetched before an update is the old one, after it the new", () => {
    const { graph, x, session } = inGraph();
    const layer = new BatchNormalization({ momentum: 0.5 }, { graph });
    layer.apply(x, { training: true });
    const mean = layer.weights[2]!;
    const [before, , after] = session.run([mean, layer.updates[0]!, mean], [[x, x3]]);
    expect(Array.from(before.data)).toEqual([0, 0, 0]);
    expect(Array.from(after.data)).toEqual([0.75, 1.5, 3]);
    expect(Array.from(mean.value.data)).toEqual([0.75, 1.5, 3]);
  });

  it("is the same from two sessions of one graph: the variables are the graph's", () => {
    const { graph, x, session } = inGraph();
    const layer = new BatchNormalization({}, { graph });
    layer.apply(x, { training: true });
    session.run(layer.updates, [[x, x3]]);
    const seen = [session, new Session(graph)].map((each) => each.run(layer.weights).map(bitsOf));
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]).toEqual(layer.getWeights().map(bitsOf));
  });
});

describe("a run that throws midway", () => {
  it("leaves every variable, the layer's step and the optimizer as they were", () => {
    const trained = (fails: boolean) => {
      const { graph, x, session } = inGraph();
      const layer = new BatchNormalization({ renorm: true }, { graph });
      const y = layer.apply(x, { training: true });
      const train = minimize(adam({ learning_rate: 0.1 }), meanSquaredError(x, y));
      const all = [train, ...layer.updates];
      const before = stateOf(layer);
      if (fails) {
        expect(() => session.run([...all, failing(graph)], [[x, x3]])).toThrow("midway");
        expect(stateOf(layer)).toEqual(before);
        expect(layer.step).toBe(0);
      }
      for (let step = 0; step < 2; step++) session.run(all, [[x, x3]]);
      expect(stateOf(layer)).not.toEqual(before);
      expect(layer.step).toBe(2);
      return stateOf(layer);
    };
    expect(trained(true)).toEqual(trained(false));
  });

  it.each([0, 1, 2])("the same wherever it fails: after %i updates", (position) => {
    const { graph, x, session } = inGraph();
    const layer = new BatchNormalization({}, { graph });
    layer.apply(x, { training: true });
    const before = stateOf(layer);
    const fetches = layer.updates.toSpliced(position, 0, failing(graph));
    expect(() => session.run(fetches, [[x, x3]])).toThrow("midway");
    expect(stateOf(layer)).toEqual(before);
  });
});

describe("what is refused, with its whole message", () => {
  const { graph, x, flag, session } = inGraph();
  const other = inGraph();
  const y = identity(x);
  const untyped = (value: unknown): never => value as never;

  it.each([
    [
      "a placeholder that is needed and not fed",
      () => session.run(y),
      "ValueError",
      "x must be fed where something that is fetched needs it. Received: x=nothing",
    ],
    [
      "a boolean placeholder that is not fed",
      () => session.run(flag, [[x, x3]]),
      "ValueError",
      "flag must be fed where something that is fetched needs it. Received: flag=nothing",
    ],
    [
      "another size",
      () => session.run(y, [[x, [[1, 2]]]]),
      "ValueError",
      "x must be fed values of shape [null, 3]. Received: shape=[1, 2]",
    ],
    [
      "another rank",
      () => session.run(y, [[x, [1, 2, 3]]]),
      "ValueError",
      "x must be fed values of shape [null, 3]. Received: shape=[3]",
    ],
    [
      "a boolean for numbers",
      () => session.run(y, [[x, true]]),
      "TypeError",
      "x must be fed numbers. Received: x=true",
    ],
    [
      "a number for a boolean",
      () => session.run(flag, [[flag, 1]]),
      "TypeError",
      "flag must be fed true or false. Received: flag=1",
    ],
    [
      "a text for a boolean",
      () => session.run(flag, [[flag, untyped("yes")]]),
      "TypeError",
      'flag must be fed true or false. Received: flag="yes"',
    ],
    [
      "a feed for a tensor of another graph",
      () => session.run(y, [[other.x, x3]]),
      "ValueError",
      "feeds must be of the same graph: the graphs are not the same. Received: feeds=x",
    ],
    [
      "a tensor of another graph",
      () => session.run(identity(other.x)),
      "ValueError",
      "fetches must be of the same graph: the graphs are not the same. Received: fetches=Identity",
    ],
    [
      "an operation of another graph",
      () => session.run([y, group([other.x])], [[x, x3]]),
      "ValueError",
      "fetches must be of the same graph: the graphs are not the same. Received: fetches=group_deps",
    ],
    [
      "tensors of two graphs added",
      () => addN([x, other.x]),
      "ValueError",
      "inputs must be of the same graph: the graphs are not the same. Received: inputs=x",
    ],
    [
      "nothing added",
      () => addN([]),
      "ValueError",
      "tensors must be at least one. Received: tensors=[]",
    ],
    [
      "nothing grouped",
      () => group([[]]),
      "ValueError",
      "operations must be at least one. Received: operations=[]",
    ],
    [
      "shapes that differ where one is asked for",
      () => session.run(meanSquaredError(y, constant(graph, [[1, 2, 3]])), [[x, x3]]),
      "ValueError",
      "tensors must have one shape. Received: shapes=[2, 3] and [1, 3]",
    ],
  ])("%s", (_what, action, kind, message) => {
    expect(refusedBy(action)).toMatchObject({ kind, message });
  });

  it("a float64 or nested feed is cast to the placeholder's dtype", () => {
    const fed = session.run(y, [
      [x, { shape: [1, 3], dtype: "float64", data: new Float64Array([0.1, 0.2, 0.3]) }],
    ]);
    expect([fed.dtype, ...fed.data]).toEqual(["float32", ...new Float32Array([0.1, 0.2, 0.3])]);
  });
});
