import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import {
  Graph,
  Session,
  batchNormalization,
  constant,
  identity,
  placeholder,
} from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { bitsOf } from "../support/tensors";
import { allProfiles } from "../tensorflow/support/profiles";
import { quiet, trainingIn } from "./support/deferred-layer";

const untyped = (value: unknown): never => value as never;

const inGraph = () => {
  const graph = new Graph();
  return { graph, x: placeholder(graph, { shape: [null, 2], name: "x" }) };
};

describe("what is refused, with its whole message", () => {
  const { graph, x } = inGraph();
  const other = inGraph();
  const eager = new BatchNormalization();
  const layer = new BatchNormalization({}, { graph });

  it.each([
    [
      "a symbolic tensor for an eager layer",
      () => eager.apply(x),
      "ValueError",
      "inputs must be numbers for an eager layer: give the constructor the inputs' graph. Received: inputs=x",
    ],
    [
      "a symbolic tensor for an eager layer's call",
      () => eager.call(x),
      "ValueError",
      "inputs must be numbers for an eager layer: give the constructor the inputs' graph. Received: inputs=x",
    ],
    [
      "a symbolic `training` for an eager layer",
      () => eager.call([[1, 2]], { training: trainingIn(graph) }),
      "TypeError",
      "training must be a value for an eager layer. Received: training=a symbolic tensor",
    ],
    [
      "a symbolic mask for an eager layer",
      () => eager.call([[1, 2]], { mask: x }),
      "TypeError",
      "mask must be a value for an eager layer. Received: mask=a symbolic tensor",
    ],
    [
      "numbers for a layer in a graph",
      () => layer.apply([[1, 2]]),
      "TypeError",
      "inputs must be a symbolic tensor for a layer in a graph, or a list of them: make one with placeholder or constant. Received: inputs=[[1, 2]]",
    ],
    [
      "a tensor of another graph",
      () => layer.apply(other.x),
      "ValueError",
      "inputs must be of the same graph: the graphs are not the same. Received: inputs=x",
    ],
    [
      "a `training` of another graph",
      () => layer.apply(x, { training: trainingIn(other.graph) }),
      "ValueError",
      "training must be of the same graph: the graphs are not the same. Received: training=training",
    ],
    [
      "two tensors",
      () => layer.apply(untyped([x, x])),
      "TypeError",
      "inputs must be one tensor of numbers. Received: inputs=[x, x]",
    ],
    [
      "a boolean tensor",
      () => layer.apply(placeholder(graph, { dtype: "bool", name: "flag" })),
      "TypeError",
      "inputs must be one tensor of numbers. Received: inputs=[flag]",
    ],
    [
      "numbers for the functional interface",
      () => batchNormalization(untyped([[1, 2]])),
      "ValueError",
      "inputs must be a symbolic tensor: the function does not work in eager mode, where BatchNormalization does. Received: inputs=[[1, 2]]",
    ],
  ])("%s", (_what, action, kind, message) => {
    expect(refusedBy(action)).toMatchObject({ kind, message });
    expect(layer.inboundNodes).toEqual([]);
  });
});

describe.each(allProfiles)("%s", (profile) => {
  it("`weights` are the first values of the variables, and must fit", () => {
    const { graph, x } = inGraph();
    const given = [
      [2, 3],
      [4, 5],
      [6, 7],
      [8, 9],
    ];
    const layer = new BatchNormalization({ weights: given }, { graph, profile });
    layer.apply(x);
    expect(layer.getWeights().map(({ data }) => [...data])).toEqual(given);
    const misfit = new BatchNormalization({ weights: [[1, 1]] }, { graph, profile });
    expect(refusedBy(() => misfit.apply(x))).toMatchObject({ kind: "ValueError" });
    expect([misfit.built, misfit.weights]).toEqual([false, []]);
  });

  it("a constant is normalized without any feed, as the eager layer does it", () => {
    const values = [
      [1, 5],
      [3, 2],
    ];
    const graph = new Graph();
    const layer = new BatchNormalization({}, { graph, profile });
    const y = layer.apply(constant(graph, values), { training: true });
    const eager = new BatchNormalization({}, { profile });
    expect(bitsOf(new Session(graph).run(y))).toBe(bitsOf(eager.call(values, { training: true })));
    expect([y.shape, y.dtype]).toEqual([[2, 2], "float32"]);
  });

  it("two layers of different graphs do not know of each other", () => {
    const [one, two] = [inGraph(), inGraph()].map(({ graph, x }) => {
      const layer = new BatchNormalization({ momentum: 0 }, { graph, profile });
      layer.apply(x, { training: true });
      return { graph, x, layer };
    });
    expect(two!.layer.name).toBe(one!.layer.name);
    new Session(one!.graph).run(one!.layer.updates, [
      [
        one!.x,
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ]);
    expect(Array.from(one!.layer.weights[2]!.value.data)).toEqual([2, 3]);
    expect(Array.from(two!.layer.weights[2]!.value.data)).toEqual([0, 0]);
  });

  it("operations have names of their own, and come after what they depend on", () => {
    const { graph, x } = inGraph();
    const layers = [{}, { renorm: true }, { name: "mine" }].map(
      (args) => new BatchNormalization(args, { graph, profile }),
    );
    for (const training of [true, trainingIn(graph)]) {
      layers.reduce((inputs, layer) => layer.apply(inputs, { training }), identity(x));
    }
    const { operations } = graph;
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
    const place = new Map(operations.map((operation, i) => [operation, i]));
    for (const [i, { inputs, controlInputs }] of operations.entries()) {
      const needed = [...inputs.map(({ operation }) => operation), ...controlInputs];
      expect(needed.every((operation) => place.get(operation)! < i)).toBe(true);
    }
  });
});

it("the functional interface's deprecation is heard before anything is made", () => {
  const { graph, x } = inGraph();
  const heard: number[] = [];
  batchNormalization(x, {}, { ...quiet, onWarning: () => heard.push(graph.operations.length) });
  expect(heard).toEqual([1]);
});
