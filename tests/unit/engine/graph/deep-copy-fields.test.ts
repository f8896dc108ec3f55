import { describe, expect, it } from "vitest";
import { Layer } from "@/engine";
import type { LayerInputs, LayerOptions, LayerOutputs, Variable } from "@/engine";
import { Graph, placeholder } from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import { allProfiles } from "../tensorflow/support/profiles";
import { elementwise } from "./support/layers";

/** Made of a number alone: its constructor is not that of the base class. */
class Power extends Layer {
  readonly exponent: number;

  constructor(exponent: number, options: LayerOptions = {}) {
    super({ name: `power_${exponent}` }, options);
    this.exponent = exponent;
  }

  override call(inputs: LayerInputs): LayerOutputs {
    return elementwise("Pow", [inputs as SymbolicTensor], (x) => x ** this.exponent);
  }
}

interface Ring {
  next: Ring | null;
  readonly values: number[];
}

/** Keeps all kinds of things to itself. */
class Keeper extends Layer {
  ring: Ring = { next: null, values: [1, 2] };
  first: readonly number[] = this.ring.values;
  list: unknown[] = [this.ring];
  numbers = new Float64Array([1, 2]);
  single = new Float32Array([3]);
  when = new Date(0);
  heard = (): number => 1;
  variable: Variable | null = null;
  tensors: readonly SymbolicTensor[] = [];

  override call(inputs: LayerInputs): LayerOutputs {
    return inputs as LayerOutputs;
  }
}

describe.each(allProfiles)("deepCopy in %s", (profile) => {
  it("of a subclass with a constructor of its own keeps its graph, name and fields", () => {
    const graph = new Graph();
    const layer = new Power(3, { graph, profile });
    const x = placeholder(graph, { shape: [2] });
    const outputs = layer.apply(x) as SymbolicTensor;
    const copy = layer.deepCopy();
    expect(copy).toBeInstanceOf(Power);
    expect([copy.name, copy.exponent, copy.built]).toEqual(["power_3", 3, true]);
    expect([copy.graph, copy.scopeName]).toEqual([graph, layer.scopeName]);
    expect(copy.output).toBe(outputs);
    copy.apply(x);
    expect([copy.inboundNodes.length, layer.inboundNodes.length]).toEqual([2, 1]);
  });

  it("of a subclass with a constructor of its own that is eager is eager", () => {
    const copy = new Power(2, { profile }).deepCopy();
    expect([copy.name, copy.exponent, copy.profile]).toEqual(["power_2", 2, profile]);
    expect(() => copy.graph).toThrow("graph must be given to the constructor for graph");
  });

  it("copies fields that hold themselves or one another", () => {
    const layer = new Keeper({}, { profile });
    layer.ring.next = { next: layer.ring, values: layer.ring.values };
    layer.list.push(layer.list);
    const { ring, first, list } = layer.deepCopy();
    expect(ring).not.toBe(layer.ring);
    expect(ring.next).not.toBe(layer.ring.next);
    expect(ring.next?.next).toBe(ring);
    expect(ring.next?.values).toBe(ring.values);
    expect(first).toBe(ring.values);
    expect(list).not.toBe(layer.list);
    expect(list).toHaveLength(2);
    expect([list[0], list[1]]).toEqual([ring, list]);
    expect(list[0]).toBe(ring);
    expect(list[1]).toBe(list);
    ring.values.push(9);
    expect(layer.ring.values).toEqual([1, 2]);
  });

  it("copies arrays of numbers, and shares functions and objects of other classes", () => {
    const layer = new Keeper({}, { profile });
    const copy = layer.deepCopy();
    copy.numbers[0] = 9;
    copy.single[0] = 9;
    expect([...layer.numbers, ...layer.single]).toEqual([1, 2, 3]);
    expect([copy.when, copy.heard]).toEqual([layer.when, layer.heard]);
    expect(copy.when).toBe(layer.when);
  });

  it("an array of numbers that two fields share is one in the copy", () => {
    const layer = new Keeper({}, { profile });
    layer.list = [layer.numbers];
    const copy = layer.deepCopy();
    expect(copy.list[0]).toBe(copy.numbers);
  });

  it("eager: a field that is a variable becomes the copy's own variable", () => {
    const layer = new Keeper({}, { profile });
    layer.variable = layer.addVariable("v", [2]);
    const copy = layer.deepCopy();
    expect(copy.variable).toBe(copy.weights[0]);
    expect(copy.variable).not.toBe(layer.variable);
  });

  it("in a graph: variables and lists of tensors are shared", () => {
    const graph = new Graph();
    const layer = new Keeper({}, { graph, profile });
    layer.variable = layer.addVariable("v", [2]);
    layer.tensors = [placeholder(graph)];
    const copy = layer.deepCopy();
    expect(copy.variable).toBe(layer.variable);
    expect(copy.tensors).toBe(layer.tensors);
  });
});
