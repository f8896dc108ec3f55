import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, CallOptions, LayerOptions } from "@/engine";
import { Graph, GraphKeys, batchNormalization, placeholder } from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { bitsOf } from "../support/tensors";
import { allProfiles, maskProfiles } from "../tensorflow/support/profiles";
import { collectingProfiles, quiet, trainingIn } from "./support/deferred-layer";
import { VariableLayer } from "./support/layers";

const untyped = (value: unknown): never => value as never;

/** All that a failure could have changed in a graph. */
const stateOfGraph = (graph: Graph) => ({
  operations: graph.operations.map(({ name }) => name),
  collections: Object.values(GraphKeys).map((key) =>
    graph.getCollection(key).map((each) => each.name),
  ),
  values: graph.getCollection(GraphKeys.GLOBAL_VARIABLES).map(({ value }) => bitsOf(value)),
  scope: graph.currentScope,
});

const scopeOf = (layer: BatchNormalization): string => {
  try {
    return layer.scopeName;
  } catch {
    return "none yet";
  }
};

/** All that a failure could have changed in a layer. */
const stateOfLayer = (layer: BatchNormalization) => ({
  scope: scopeOf(layer),
  built: layer.built,
  dtype: layer.dtype,
  step: layer.step,
  axis: layer.axis,
  fused: layer.fused,
  lists: [layer.weights, layer.updates, layer.losses, layer.inboundNodes].map(
    (list) => list.length,
  ),
});

/** Does what is refused, and expects it to change nothing. */
function refusedWithoutTrace(
  graph: Graph,
  layer: BatchNormalization | null,
  action: () => unknown,
): string {
  const before = [stateOfGraph(graph), layer && stateOfLayer(layer)];
  const { message } = refusedBy(action);
  expect([stateOfGraph(graph), layer && stateOfLayer(layer)]).toEqual(before);
  return message;
}

const inGraph = () => {
  const graph = new Graph();
  return { graph, x: placeholder(graph, { shape: [null, 3], name: "x" }) };
};

const own = ["gamma", "beta", "moving_mean", "moving_variance"];
const within = (scope: string): string[] => own.map((name) => `${scope}/${name}`);

const regularized: BatchNormArguments = { gamma_regularizer: "l2", activity_regularizer: "l1" };

/** Throws as often as it is told to, and then gives ones. */
function failing(times: number) {
  let left = times;
  return (shape: readonly number[]): number[] => {
    left -= 1;
    if (left >= 0) throw new Error("no values");
    return shape.flatMap((size) => new Array<number>(size).fill(1));
  };
}

describe.each(allProfiles)("in %s, a layer that is refused", (profile) => {
  const made = (args: BatchNormArguments = {}, options: LayerOptions = {}) => {
    const { graph, x } = inGraph();
    const layer = new BatchNormalization(
      { ...regularized, ...args },
      { ...options, graph, profile },
    );
    return { graph, x, layer };
  };

  /** Applied after a failure, the layer is what it would have been without. */
  const expectAsNew = ({ graph, x, layer }: ReturnType<typeof made>, scope: string): void => {
    layer.apply(x, { training: true });
    expect(layer.scopeName).toBe(scope);
    expect(layer.weights.map(({ name }) => name)).toEqual(within(scope));
    expect(graph.getCollection(GraphKeys.GLOBAL_VARIABLES)).toEqual(layer.weights);
    const fresh = made();
    fresh.layer.apply(fresh.x, { training: true });
    expect(stateOfLayer(layer)).toEqual(stateOfLayer(fresh.layer));
    expect(stateOfGraph(graph)).toEqual(stateOfGraph(fresh.graph));
  };

  const withOptions: readonly [string, (graph: Graph) => CallOptions, string][] = [
    [
      "`training` of another graph",
      () => ({ training: trainingIn(new Graph()) }),
      "training must be of the same graph: the graphs are not the same. Received: training=training",
    ],
    [
      "`training` that is no boolean",
      () => ({ training: untyped("yes") }),
      'training must be a bool, an int or null (it becomes the pred of a condition). Received: training="yes"',
    ],
    [
      "a scope that is no name",
      () => untyped({ scope: 5 }),
      "scope must be a string that is not empty, or null. Received: scope=5",
    ],
    [
      "options that are null",
      () => untyped(null),
      "options must be an object. Received: options=null",
    ],
  ];

  it.each(withOptions)("for %s is as it was", (_what, options, message) => {
    const each = made();
    const { graph, x, layer } = each;
    expect(refusedWithoutTrace(graph, layer, () => layer.apply(x, options(graph)))).toBe(message);
    expectAsNew(each, "batch_normalization");
  });

  it("for `training` of shape [2] is as it was", () => {
    const { graph, x, layer } = made();
    const training = placeholder(graph, { shape: [2], name: "pair" });
    expect(refusedWithoutTrace(graph, layer, () => layer.apply(x, { training }))).toBe(
      "training must be a boolean scalar (it becomes the pred of a condition). Received: training=pair of shape [2]",
    );
  });

  it("for inputs of another graph, of unknown rank or channels, or no numbers, is as it was", () => {
    const each = made();
    const { graph, layer } = each;
    const inputs: readonly SymbolicTensor[] = [inGraph().x];
    for (const wrong of inputs) refusedWithoutTrace(graph, layer, () => layer.apply(wrong));
    const { graph: other, layer: second } = made();
    for (const wrong of [
      placeholder(other),
      placeholder(other, { shape: [2, null] }),
      placeholder(other, { dtype: "bool" }),
    ]) {
      refusedWithoutTrace(other, second, () => second.apply(wrong));
    }
    refusedWithoutTrace(graph, layer, () => layer.apply(untyped([[1, 2, 3]])));
    expectAsNew(each, "batch_normalization");
  });

  it("because an initializer throws is as it was, and a retry makes the right names", () => {
    const each = made({ moving_variance_initializer: failing(1) });
    const { graph, x, layer } = each;
    const before = [stateOfGraph(graph), stateOfLayer(layer)];
    expect(() => layer.apply(x, { training: true })).toThrow("no values");
    expect([stateOfGraph(graph), stateOfLayer(layer)]).toEqual(before);
    expectAsNew(each, "batch_normalization");
  });

  it("because an initializer throws in `build` is as it was", () => {
    const each = made({ gamma_initializer: failing(2) });
    const { graph, layer } = each;
    const before = [stateOfGraph(graph), stateOfLayer(layer)];
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(() => layer.build([null, 3])).toThrow("no values");
      expect([stateOfGraph(graph), stateOfLayer(layer)]).toEqual(before);
    }
    expectAsNew(each, "batch_normalization");
  });

  it("because its build fails has not taken the dtype of the inputs", () => {
    const { graph, layer } = made();
    const wide = placeholder(graph, { shape: [null, null], dtype: "float64" });
    const dtype = layer.dtype;
    refusedWithoutTrace(graph, layer, () => layer.apply(wide));
    expect(layer.dtype).toBe(dtype);
    const x = placeholder(graph, { shape: [null, 3] });
    expect(layer.apply(x).dtype).toBe("float32");
  });

  it("once it is built keeps its weights and nodes", () => {
    const { graph, x, layer } = made();
    layer.apply(x, { training: true });
    const wide = placeholder(graph, { shape: [null, 4], name: "wide" });
    expect(refusedWithoutTrace(graph, layer, () => layer.apply(wide, { training: true }))).toBe(
      "inputs must have the channels the layer was built for: expected axis 1 of input shape to have value 3. Received: inputs.shape=[null, 4]",
    );
  });

  it("for `weights` that misfit is as it was", () => {
    const { graph, x, layer } = made({ weights: [[1, 1]] });
    expect(refusedWithoutTrace(graph, layer, () => layer.apply(x))).toBe(
      "weights must be a weight list of length 4 (gamma, beta, moving_mean, moving_variance). Received: a weight list of length 1",
    );
  });

  it("by its constructor takes no name from the graph", () => {
    const { graph } = inGraph();
    const names = () => new BatchNormalization({}, { graph, profile }).name;
    const first = names();
    for (const args of [{ momentum: "x" }, { epsilom: 1 }, { renorm_clipping: 5 }, { name: 7 }]) {
      refusedBy(
        () => new BatchNormalization(untyped({ renorm: true, ...args }), { graph, profile }),
      );
    }
    for (const options of [{ scope: 5 }, { reuse: "yes" }, { inputOfSeveralNodes: "x" }]) {
      refusedBy(() => new BatchNormalization({}, untyped({ graph, profile, ...options })));
    }
    const next = Number(/_(\d+)$/.exec(first)?.[1] ?? 0) + 1;
    expect(names()).toBe(`batch_normalization_${next}`);
  });
});

describe.each(maskProfiles)("in %s, a layer that is refused", (profile) => {
  it.each<[string, (x: SymbolicTensor) => unknown, string]>([
    [
      "a mask of another graph",
      () => placeholder(new Graph(), { shape: [null], name: "mask" }),
      "mask must be of the same graph: the graphs are not the same. Received: mask=mask",
    ],
    [
      "a mask that is none",
      () => "all",
      'mask must be null, a tensor, or nested lists of numbers, shaped as the inputs without their last axis. Received: mask="all"',
    ],
  ])("for %s is as it was", (_what, mask, message) => {
    const { graph, x } = inGraph();
    const layer = new BatchNormalization(regularized, { graph, profile });
    const apply = () => layer.apply(x, { mask: untyped(mask(x)) });
    expect(refusedWithoutTrace(graph, layer, apply)).toBe(message);
  });
});

describe.each(collectingProfiles)("in %s", (profile) => {
  const normalized = (
    x: SymbolicTensor,
    args: Parameters<typeof batchNormalization>[1],
  ): SymbolicTensor => batchNormalization(x, { training: true, ...args }, { ...quiet, profile });

  it.each([true, "auto"] as const)("reuse %s with other channels leaves no trace", (reuse) => {
    const { graph, x } = inGraph();
    normalized(x, { name: "bn", gamma_regularizer: "l2" });
    const wide = placeholder(graph, { shape: [null, 4] });
    const again = () => normalized(wide, { name: "bn", reuse, gamma_regularizer: "l2" });
    expect(refusedWithoutTrace(graph, null, again)).toBe(
      "shape must be that of the variable bn/gamma to share, [3]. Received: shape=[4]",
    );
  });

  it("reuse 'auto' that finds some and cannot make others leaves no trace, and a retry makes them", () => {
    const { graph, x } = inGraph();
    normalized(x, { name: "bn", scale: false });
    const before = stateOfGraph(graph);
    const args = { name: "bn", reuse: "auto", gamma_initializer: failing(1) } as const;
    expect(() => normalized(x, args)).toThrow("no values");
    expect(stateOfGraph(graph)).toEqual(before);
    normalized(x, args);
    expect(graph.getCollection(GraphKeys.GLOBAL_VARIABLES).map(({ name }) => name)).toEqual([
      "bn/beta",
      "bn/moving_mean",
      "bn/moving_variance",
      "bn/gamma",
    ]);
  });

  it("`weights` of a layer that fails do not reach the variables that it shares", () => {
    const { graph, x } = inGraph();
    normalized(x, { name: "bn", scale: false });
    const weights = [
      [5, 5, 5],
      [6, 6, 6],
      [7, 7, 7],
      [8, 8, 8],
    ];
    const layer = new BatchNormalization(
      { name: "bn", weights, gamma_initializer: failing(1) },
      { graph, profile, reuse: "auto", scope: "bn" },
    );
    const before = stateOfGraph(graph);
    expect(() => layer.apply(x)).toThrow("no values");
    expect(stateOfGraph(graph)).toEqual(before);
  });

  it("a refused apply does not use up the scope that it was given, nor the next free one", () => {
    const { graph, x } = inGraph();
    const layer = new BatchNormalization({}, { graph, profile });
    const training = untyped("yes");
    refusedWithoutTrace(graph, layer, () => layer.apply(x, { training, scope: "mine" }));
    layer.apply(x, { scope: "other" });
    expect(layer.scopeName).toBe("other");

    const refused = new BatchNormalization({}, { graph, profile });
    refusedWithoutTrace(graph, refused, () => refused.apply(x, { training }));
    const next = new BatchNormalization({}, { graph, profile });
    next.apply(x);
    expect(next.scopeName).toBe("batch_normalization");
  });

  it("a variable that is refused is none of the graph's", () => {
    const { graph } = inGraph();
    const layer = new VariableLayer({}, { graph, profile });
    const before = stateOfGraph(graph);
    expect(() => layer.addVariable("v", [2], { initializer: failing(1) })).toThrow("no values");
    expect(() => graph.getVariable("v", [2], { initializer: failing(1) })).toThrow("no values");
    expect(stateOfGraph(graph)).toEqual(before);
    expect(layer.weights).toEqual([]);
    expect(graph.getVariable("v", [2]).name).toBe("v");
  });
});
