import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { Graph, GraphKeys, Session, batchNormalization, placeholder } from "@/engine/graph";
import type { FunctionalArguments, SymbolicTensor } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { allProfiles } from "../tensorflow/support/profiles";
import { collectingProfiles, quiet } from "./support/deferred-layer";

const own = ["gamma", "beta", "moving_mean", "moving_variance"];
const within = (scope: string): string[] => own.map((name) => `${scope}/${name}`);

describe.each(collectingProfiles)("batchNormalization in %s", (profile) => {
  const inGraph = () => {
    const graph = new Graph();
    const x = placeholder(graph, { shape: [null, 3], name: "x" });
    const normalized = (args: FunctionalArguments = {}): SymbolicTensor =>
      batchNormalization(x, args, { ...quiet, profile });
    const names = (key: "variables" | "trainable_variables" = GraphKeys.GLOBAL_VARIABLES) =>
      graph.getCollection(key).map(({ name }) => name);
    return { graph, x, normalized, names };
  };

  it("unnamed: batch_normalization, then batch_normalization_1", () => {
    const { normalized, names } = inGraph();
    normalized();
    normalized();
    expect(names()).toEqual([...within("batch_normalization"), ...within("batch_normalization_1")]);
  });

  it("a name used twice without reuse is refused, and nothing of the second call stays", () => {
    const { graph, normalized, names } = inGraph();
    normalized({ name: "bn", training: true });
    for (const reuse of [null, false]) {
      expect(refusedBy(() => normalized({ name: "bn", training: true, reuse }))).toEqual({
        code: "variable-exists",
        kind: "ValueError",
        message:
          'name must be new in its scope, or reuse must be true or "auto": variable bn/gamma already exists. Received: name="bn/gamma", reuse=false',
      });
    }
    expect(names()).toEqual(within("bn"));
    expect(graph.getCollection(GraphKeys.UPDATE_OPS).length).toBe(2);
  });

  it("reuse of a name that does not exist is refused", () => {
    const { normalized, names } = inGraph();
    expect(refusedBy(() => normalized({ name: "bn", reuse: true }))).toEqual({
      code: "variable-missing",
      kind: "ValueError",
      message:
        'name must be that of a variable to reuse: variable bn/gamma does not exist. Received: name="bn/gamma", reuse=true',
    });
    expect(names()).toEqual([]);
  });

  it("reuse makes update operations of its own, and no variable and no loss", () => {
    const { graph, normalized, names } = inGraph();
    const args = { name: "bn", training: true, gamma_regularizer: "l2" } as const;
    normalized(args);
    normalized({ ...args, reuse: true });
    normalized({ ...args, reuse: "auto" });
    expect(names()).toEqual(within("bn"));
    expect(graph.getCollection(GraphKeys.UPDATE_OPS).length).toBe(6);
    expect(graph.getCollection(GraphKeys.REGULARIZATION_LOSSES).length).toBe(1);
  });

  it("reuse 'auto' makes what does not exist and finds what does", () => {
    const { normalized, names } = inGraph();
    normalized({ name: "bn", reuse: "auto" });
    normalized({ name: "bn", reuse: "auto" });
    normalized({ name: "other", reuse: "auto" });
    expect(names()).toEqual([...within("bn"), ...within("other")]);
  });

  it("reuse of another shape or dtype is refused", () => {
    const { graph, normalized } = inGraph();
    normalized({ name: "bn" });
    const wide = placeholder(graph, { shape: [null, 4] });
    const args = { name: "bn", reuse: true };
    expect(refusedBy(() => batchNormalization(wide, args, { ...quiet, profile }))).toEqual({
      code: "variable-shape",
      kind: "ValueError",
      message: "shape must be that of the variable bn/gamma to share, [3]. Received: shape=[4]",
    });
  });

  it.each([true, "auto"] as const)("reuse %s of a scope holds inside of it", (reuse) => {
    const { graph, normalized, names } = inGraph();
    graph.variableScope("outer", {}, () => normalized({ name: "bn" }));
    graph.variableScope("outer", { reuse }, () => {
      normalized({ name: "bn" });
      graph.variableScope("inner", { reuse: "auto" }, () => {
        expect(graph.currentScope).toMatchObject({ name: "outer/inner", reuse: "auto" });
      });
      graph.variableScope("inner", { reuse: false }, () => {
        expect(graph.currentScope).toMatchObject({ name: "outer/inner", reuse });
      });
    });
    expect(names()).toEqual(within("outer/bn"));
    expect(graph.currentScope).toMatchObject({ name: "", reuse: false });
  });

  it.each([true, "auto"] as const)(
    "unnamed layers in a scope entered again with reuse %s find the first ones, in their order",
    (reuse) => {
      const { graph, normalized, names } = inGraph();
      const two = () => [normalized(), normalized()];
      const scopes = ["batch_normalization", "batch_normalization_1"];
      graph.variableScope("tower", {}, two);
      const again = graph.variableScope("tower", { reuse }, two);
      expect(names()).toEqual(scopes.flatMap((scope) => within(`tower/${scope}`)));
      expect(again.map((y) => y.operation.reads.map(({ name }) => name))).toEqual(
        scopes.map((scope) => within(`tower/${scope}`)),
      );
    },
  );

  it("an unnamed call in a scope entered again without reuse finds its name taken", () => {
    const { graph, normalized, names } = inGraph();
    const enter = () => graph.variableScope("tower", {}, () => normalized());
    enter();
    expect(refusedBy(enter).message).toBe(
      'name must be new in its scope, or reuse must be true or "auto": variable tower/batch_normalization/gamma already exists. Received: name="tower/batch_normalization/gamma", reuse=false',
    );
    expect(names()).toEqual(within("tower/batch_normalization"));
  });

  it.each([true, "auto"] as const)(
    "unnamed with reuse %s: the scope batch_normalization itself, not one made unique",
    (reuse) => {
      const { normalized, names } = inGraph();
      normalized();
      normalized({ reuse });
      normalized({ reuse });
      expect(names()).toEqual(within("batch_normalization"));
    },
  );

  it("a variable scope that throws is left again", () => {
    const { graph } = inGraph();
    expect(() =>
      graph.variableScope("a", { reuse: true }, () =>
        graph.nameScope("b", () => {
          throw new Error("inside");
        }),
      ),
    ).toThrow("inside");
    expect(graph.currentScope).toMatchObject({ name: "", reuse: false });
    expect(placeholder(graph, { name: "x1" }).name).toBe("x1");
  });

  it("REGULARIZATION_LOSSES has one scalar per regularized weight, gamma's before beta's", () => {
    const { graph, normalized } = inGraph();
    normalized({ gamma_regularizer: "l2", beta_regularizer: "l1", beta_initializer: "ones" });
    const losses = graph.getCollection(GraphKeys.REGULARIZATION_LOSSES);
    const values = new Session(graph).run(losses);
    expect(values.map(({ shape }) => shape)).toEqual([[], []]);
    expect(values.map(({ data }) => data[0])).toBeAllClose([0.03, 0.03], { relative: 1e-6 });
  });

  it("trainable=False keeps gamma and beta out of TRAINABLE_VARIABLES, not out of GLOBAL_VARIABLES", () => {
    const { normalized, names } = inGraph();
    normalized({ name: "frozen", trainable: false });
    normalized({ name: "free" });
    expect(names(GraphKeys.TRAINABLE_VARIABLES)).toEqual(["free/gamma", "free/beta"]);
    expect(names()).toEqual([...within("frozen"), ...within("free")]);
  });
});

it("batchNormalization warns that it is deprecated, once per call", () => {
  const heard: string[] = [];
  const x = placeholder(new Graph(), { shape: [null, 1] });
  batchNormalization(x, {}, { onWarning: ({ message }) => heard.push(message) });
  expect(heard).toEqual([
    "batchNormalization is deprecated in TensorFlow: make a BatchNormalization and apply it.",
  ]);
});

describe.each(allProfiles)("%s", (profile) => {
  it("an unnamed layer's name and scope, and its variables' names", () => {
    const graph = new Graph();
    const x = placeholder(graph, { shape: [null, 2] });
    const layers = [1, 2].map(() => new BatchNormalization({}, { graph, profile }));
    expect(refusedBy(() => layers[0]!.scopeName)).toMatchObject({ kind: "ValueError" });
    for (const layer of layers) layer.apply(x);
    const isLegacy = collectingProfiles.includes(profile);
    expect(layers.map(({ name }) => name)).toEqual(
      isLegacy
        ? ["batch_normalization_1", "batch_normalization_2"]
        : ["batch_normalization", "batch_normalization_1"],
    );
    const scopes = ["batch_normalization", "batch_normalization_1"];
    expect(layers.map(({ scopeName }) => scopeName)).toEqual(scopes);
    expect(layers.map(({ weights }) => weights.map(({ name }) => name))).toEqual(
      scopes.map(within),
    );
  });

  it("layers of one explicit name: scopes are made unique, variables are not shared", () => {
    const graph = new Graph();
    const x = placeholder(graph, { shape: [null, 2] });
    const layers = [1, 2].map(() => new BatchNormalization({ name: "my" }, { graph, profile }));
    for (const layer of layers) layer.apply(x);
    expect(layers.map(({ name }) => name)).toEqual(["my", "my"]);
    expect(layers.map(({ scopeName }) => scopeName)).toEqual(["my", "my_1"]);
    expect(new Set(layers.flatMap(({ weights }) => weights)).size).toBe(8);
  });

  it("a layer applied again makes no variable, no loss and no second name", () => {
    const graph = new Graph();
    const x = placeholder(graph, { shape: [null, 2] });
    const layer = new BatchNormalization({ gamma_regularizer: "l2" }, { graph, profile });
    layer.apply(x);
    const before = [layer.weights, layer.losses, layer.scopeName];
    layer.apply(x, { training: true });
    expect([layer.weights, layer.losses, layer.scopeName]).toEqual(before);
    expect(graph.getCollection(GraphKeys.GLOBAL_VARIABLES)).toEqual(layer.weights);
  });

  it("calling and building refuse what does not fit, with the messages of an eager layer", () => {
    const graph = new Graph();
    const made = (shape: readonly (number | null)[] | null) => {
      const layer = new BatchNormalization({}, { graph, profile });
      const eager = new BatchNormalization({}, { profile });
      const x = placeholder(graph, { shape });
      return [refusedBy(() => layer.apply(x)), refusedBy(() => eager.build(shape))];
    };
    for (const shape of [null, [null, null], [4, null]]) {
      const [deferred, eager] = made(shape);
      expect(deferred).toEqual(eager);
    }
    const layer = new BatchNormalization({}, { graph, profile });
    layer.apply(placeholder(graph, { shape: [null, 3] }));
    const misfits = [[null, 4], [3], [null, null, 3]];
    for (const shape of misfits) {
      expect(refusedBy(() => layer.apply(placeholder(graph, { shape })))).toMatchObject({
        kind: "ValueError",
      });
    }
    expect(layer.inboundNodes.length).toBe(1);
  });
});
