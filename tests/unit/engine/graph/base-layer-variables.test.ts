import { describe, expect, it } from "vitest";
import { Layer } from "@/engine";
import type { LayerInputs, LayerOutputs } from "@/engine";
import { Graph, GraphKeys, placeholder } from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { PrivateLayer, SquareLayer, VariableLayer, elementwise } from "./support/layers";
import { collectingProfiles } from "./support/deferred-layer";

const inputsIn = (graph: Graph, shape: readonly (number | null)[] = [5]): SymbolicTensor =>
  placeholder(graph, { shape, name: "inputs" });

/** Makes a variable in its call, and tries to make another once it is built. */
class LateLayer extends Layer {
  override build(): void {
    // Left to the call, so that the layer counts as built only after it.
  }

  override call(inputs: LayerInputs): LayerOutputs {
    this.addVariable("my_var", [2, 2]);
    if (this.built) this.addVariable("this_will_break_on_second_call", [2, 2]);
    return elementwise("add", [inputs as SymbolicTensor], (x) => x);
  }
}

const missing = (name: string): string =>
  `name must be that of a variable to reuse: variable ${name} does not exist. Received: name="${name}", reuse=true`;

describe.each(collectingProfiles)("%s", (profile) => {
  const inGraph = () => {
    const graph = new Graph();
    return { graph, options: { graph, profile }, inputs: inputsIn(graph) };
  };

  it("testLayerProperties: a fresh layer has no variables, updates or losses and is not built", () => {
    const { options } = inGraph();
    const layer = new PrivateLayer({ name: "my_layer" }, options);
    expect(layer.name).toBe("my_layer");
    expect(layer.variables).toEqual([]);
    expect(layer.trainableVariables).toEqual([]);
    expect(layer.nonTrainableVariables).toEqual([]);
    expect(layer.updates).toEqual([]);
    expect(layer.losses).toEqual([]);
    expect(layer.built).toBe(false);
    expect(new PrivateLayer({ trainable: false }, options).trainable).toBe(false);
  });

  it("testAddWeight: 'my_layer/my_var' is listed as trainable, a regularizer adds a loss", () => {
    const { graph, options } = inGraph();
    const layer = new PrivateLayer({ name: "my_layer" }, options);
    const variable = layer.addVariable("my_var", [2, 2], { initializer: "zeros" });
    expect(variable.name).toBe("my_layer/my_var");
    expect(layer.variables).toEqual([variable]);
    expect(layer.trainableVariables).toEqual([variable]);
    expect(layer.nonTrainableVariables).toEqual([]);
    expect(graph.getCollection(GraphKeys.TRAINABLE_VARIABLES)).toEqual(layer.variables);

    const fixed = { initializer: "zeros", trainable: false };
    const other = layer.addVariable("non_trainable_var", [2, 2], fixed);
    expect(layer.variables).toEqual([variable, other]);
    expect(layer.trainableVariables).toEqual([variable]);
    expect(layer.nonTrainableVariables).toEqual([other]);
    expect(graph.getCollection(GraphKeys.TRAINABLE_VARIABLES)).toEqual([variable]);

    const regularizer = (weight: Float64Array): number =>
      1e-3 * weight.reduce((sum, value) => sum + value, 0);
    layer.addVariable("reg_var", [2, 2], { initializer: "zeros", regularizer });
    expect(layer.losses.length).toBe(1);
    expect(layer.getLossesFor(null)).toEqual(layer.losses);
    expect(graph.getCollection(GraphKeys.REGULARIZATION_LOSSES)).toEqual(layer.losses);
  });

  it("testGetVariable: a second call makes nothing, and what another made is not the layer's", () => {
    const { graph, options, inputs } = inGraph();
    const layer = new VariableLayer({ name: "my_layer" }, options);
    layer.apply(inputs);
    layer.apply(inputs);
    expect(layer.variables.map(({ name }) => name)).toEqual(["my_layer/my_var"]);

    const external = () => graph.getVariable("my_var", [2, 2], { initializer: "zeros" });
    graph.variableScope("new_scope", {}, () => {
      const lazy = new VariableLayer({}, { ...options, reuse: true });
      expect(refusedBy(() => lazy.apply(inputs)).message).toBe(
        missing("new_scope/variable_layer/my_var"),
      );
      graph.variableScope("variable_layer", {}, external);
      lazy.apply(inputs);
      expect(lazy.variables).toEqual([]);
      expect(lazy.scopeName).toBe("new_scope/variable_layer");
      external();
    });
    const scoped = new VariableLayer({}, { ...options, reuse: true });
    expect(refusedBy(() => scoped.apply(inputs, { scope: "other_scope" })).message).toBe(
      missing("other_scope/my_var"),
    );
    const known = new VariableLayer({}, { ...options, reuse: true });
    known.apply(inputs, { scope: "new_scope" });
    expect(known.variables).toEqual([]);
    expect(known.scopeName).toBe("new_scope");

    expect(refusedBy(() => layer.apply(inputsIn(new Graph())))).toEqual({
      code: "graph-differs",
      kind: "ValueError",
      message:
        "inputs must be of the same graph: the graphs are not the same. Received: inputs=inputs",
    });
  });

  it("testCall: the layer is built, and its operation is named after it", () => {
    const { options, inputs } = inGraph();
    const layer = new SquareLayer({ name: "my_layer" }, options);
    const outputs = layer.apply(inputs) as SymbolicTensor;
    expect(layer.built).toBe(true);
    expect(outputs.operation.name).toBe("my_layer/Square");
  });

  it("testFirstCallCanCreateVariablesButSecondCanNotWhenBuildEmpty: the error names the variable", () => {
    const { options, graph } = inGraph();
    const inputs = inputsIn(graph, [2]);
    const layer = new LateLayer({ name: "my_layer" }, options);
    const outputs = layer.apply(inputs) as SymbolicTensor;
    expect(layer.built).toBe(true);
    expect(outputs.operation.name).toBe("my_layer/add");
    const names = () => layer.variables.map(({ name }) => name);
    expect(names()).toEqual(["my_layer/my_var"]);
    expect(refusedBy(() => layer.apply(inputs))).toEqual({
      code: "variable-missing",
      kind: "ValueError",
      message: missing("my_layer/this_will_break_on_second_call"),
    });
    expect(names()).toEqual(["my_layer/my_var"]);
  });

  it("testDeepCopy: name, scope, graph and tensors are the same", () => {
    const { graph, options, inputs } = inGraph();
    const layer = new SquareLayer({ name: "my_layer" }, options);
    layer.privateTensor = placeholder(graph, { shape: [] });
    layer.apply(inputs);
    const copy = layer.deepCopy();
    expect(copy).not.toBe(layer);
    expect(copy.built).toBe(true);
    expect(copy.name).toBe(layer.name);
    expect(copy.scopeName).toBe(layer.scopeName);
    expect(copy.graph).toBe(layer.graph);
    expect(copy.privateTensor).toBe(layer.privateTensor);
  });

  it("testScopeNaming: scopes are numbered; a name scope adds nothing, a variable scope its name", () => {
    const { graph, options, inputs } = inGraph();
    const scopeOf = (name?: string): string => {
      const layer = new PrivateLayer({ name }, options);
      layer.apply(inputs);
      return layer.scopeName;
    };
    expect([scopeOf(), scopeOf()]).toEqual(["private_layer", "private_layer_1"]);
    expect([scopeOf("my_layer"), scopeOf("my_layer"), scopeOf("my_layer")]).toEqual([
      "my_layer",
      "my_layer_1",
      "my_layer_2",
    ]);
    const inNameScope = graph.nameScope("some_name_scope", () => [
      scopeOf(),
      scopeOf("my_layer"),
      scopeOf("other_layer"),
    ]);
    expect(inNameScope).toEqual(["private_layer_2", "my_layer_3", "other_layer"]);
    const inVariableScope = graph.variableScope("var_scope", {}, () => [
      scopeOf(),
      scopeOf("my_layer"),
      scopeOf("my_layer"),
    ]);
    expect(inVariableScope).toEqual([
      "var_scope/private_layer",
      "var_scope/my_layer",
      "var_scope/my_layer_1",
    ]);
  });
});
