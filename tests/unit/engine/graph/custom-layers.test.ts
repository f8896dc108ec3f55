import { describe, expect, it } from "vitest";
import { Layer } from "@/engine";
import type { LayerInputs, LayerOutputs, Tensor } from "@/engine";
import type { InputSpec } from "@/engine/base-layer/input-spec";
import { Graph, placeholder } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { tensorOf } from "../tensorflow/support/layers";
import { allProfiles } from "../tensorflow/support/profiles";
import { PrivateLayer, SquareLayer } from "./support/layers";

const numbers = [
  [1, 2],
  [3, 4],
];

/** Multiplies inputs of rank 2 by a weight that it makes when it is built. */
class Scale extends Layer {
  built_for: unknown[] = [];

  protected override get inputSpec(): InputSpec {
    return { ndim: 2 };
  }

  override build(inputShape: Parameters<Layer["build"]>[0]): void {
    this.built_for.push(inputShape);
    this.addWeight("scale", [], { initializer: () => 3 });
    super.build(inputShape);
  }

  override call(inputs: LayerInputs): LayerOutputs {
    const { shape, dtype, data } = inputs as Tensor;
    const factor = this.weights[0]!.data[0]!;
    return tensorOf(
      shape,
      Array.from(data, (x) => x * factor),
      dtype,
    );
  }
}

/** Forgets to return something. */
class Forgetful extends Layer {
  override call(): LayerOutputs {
    return undefined as never;
  }
}

describe.each(allProfiles)("a subclass of Layer in %s", (profile) => {
  it("in a graph is refused numbers, and stays unbuilt", () => {
    const graph = new Graph();
    for (const Class of [PrivateLayer, SquareLayer, Scale]) {
      const layer = new Class({}, { graph, profile });
      expect(refusedBy(() => layer.apply(numbers))).toEqual({
        code: "argument",
        kind: "TypeError",
        message:
          "inputs must be a symbolic tensor for a layer in a graph, or a list of them: make one with placeholder or constant. Received: inputs=[[1, 2], [3, 4]]",
      });
      expect([layer.built, layer.weights, layer.inboundNodes]).toEqual([false, [], []]);
    }
    expect(graph.operations).toEqual([]);
  });

  it("in a graph is refused numbers also when it is built", () => {
    const graph = new Graph();
    const layer = new SquareLayer({}, { graph, profile });
    layer.apply(placeholder(graph, { shape: [null, 2] }));
    expect(refusedBy(() => layer.apply(numbers))).toMatchObject({ kind: "TypeError" });
  });

  it("that is eager is built for its first inputs, once, and computes", () => {
    const layer = new Scale({}, { profile });
    const outputs = [1, 2].map(() => layer.apply(numbers));
    expect(outputs.map(({ shape, data }) => [shape, [...data]])).toEqual([
      [
        [2, 2],
        [3, 6, 9, 12],
      ],
      [
        [2, 2],
        [3, 6, 9, 12],
      ],
    ]);
    expect(layer.built_for).toEqual([[2, 2]]);
    expect([layer.built, layer.dtype, layer.weights.length]).toEqual([true, "float32", 1]);
  });

  it("that is eager takes the dtype of its first inputs, or keeps that which it was given", () => {
    const doubles = tensorOf([1, 2], [1, 2], "float64");
    const layer = new Scale({}, { profile });
    expect(layer.apply(doubles).dtype).toBe("float64");
    expect(layer.weights[0]!.dtype).toBe("float64");
    const given = new Scale({ dtype: "float32" }, { profile });
    expect(given.apply(doubles).dtype).toBe("float32");
  });

  it("that is eager checks what it asks of its inputs", () => {
    const layer = new Scale({}, { profile });
    for (let call = 0; call < 2; call++) {
      expect(refusedBy(() => layer.apply([1, 2]))).toEqual({
        code: "inputs-rank",
        kind: "ValueError",
        message:
          "inputs must have the rank the layer was built for: expected ndim=2, found ndim=1. Received: inputs.shape=[2]",
      });
      layer.apply(numbers);
    }
  });

  it("that is eager and returns nothing is refused", () => {
    expect(refusedBy(() => new Forgetful({}, { profile }).apply(numbers))).toEqual({
      code: "call-outputs",
      kind: "ValueError",
      message: "call must return the layer's outputs, a tensor. Received: undefined",
    });
  });

  it("in a graph that returns nothing is refused, and leaves no node", () => {
    const graph = new Graph();
    const layer = new Forgetful({}, { graph, profile });
    const x = placeholder(graph, { shape: [2] });
    expect(refusedBy(() => layer.apply(x))).toEqual({
      code: "call-outputs",
      kind: "ValueError",
      message:
        "call must return the layer's outputs, one symbolic tensor or a list of them. Received: undefined",
    });
    expect(layer.inboundNodes).toEqual([]);
  });

  it("that is eager refuses inputs that are no numbers", () => {
    for (const inputs of ["x", null, undefined, true]) {
      expect(refusedBy(() => new Scale({}, { profile }).apply(inputs as never))).toMatchObject({
        kind: "TypeError",
        message: `inputs must be a tensor, or nested lists of numbers. Received: inputs=${JSON.stringify(inputs)}`,
      });
    }
  });
});
