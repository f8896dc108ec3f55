import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { Graph, Session, placeholder } from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { bitsOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";
import { v1Profiles } from "../tensorflow/support/profiles";
import { Dense, MaskingLayer } from "./support/layers";

const numbers = (shape: readonly number[], seed = 1) => tensorOf(shape, uniform(shape, seed));

/** Whether what a tensor is computed from has another tensor in it. */
const needs = (tensor: SymbolicTensor, other: SymbolicTensor): boolean =>
  tensor === other || tensor.operation.inputs.some((input) => needs(input, other));

describe.each(v1Profiles)("%s", (profile) => {
  const inGraph = (shape: readonly (number | null)[]) => {
    const graph = new Graph();
    const options = { graph, profile };
    return { graph, options, session: new Session(graph), x: placeholder(graph, { shape }) };
  };

  it("test_count_params: kernel and bias of a built layer; a ValueError until it is built", () => {
    const { options } = inGraph([null, 16]);
    const layer = new Dense({ units: 16, name: "dense" }, options);
    expect(refusedBy(() => layer.countParams())).toEqual({
      code: "not-built",
      kind: "ValueError",
      message:
        "countParams must be called on a built layer: dense isn't built. Received: built=false",
    });
    layer.build([null, 16]);
    expect(layer.countParams()).toBe(16 * 16 + 16);
  });

  it("test_trainable_weights: none are trainable while the layer is not, and all are again", () => {
    const { options, x } = inGraph([null, 2]);
    const layer = new Dense({ units: 1 }, options);
    layer.apply(x);
    const { weights } = layer;
    expect(weights.length).toBe(2);
    for (const trainable of [true, false, true]) {
      layer.trainable = trainable;
      expect(layer.weights).toEqual(weights);
      expect(layer.trainableWeights).toEqual(trainable ? weights : []);
      expect(layer.nonTrainableWeights).toEqual(trainable ? [] : weights);
    }
  });

  it("test_weight_loading: weights set as they were got change nothing; another number or order is a ValueError", () => {
    const { options, session, x } = inGraph([null, 2]);
    const layers = [3, 1].map((units) => new Dense({ units, name: `dense_${units}` }, options));
    const y = layers.reduce((inputs, layer) => layer.apply(inputs) as SymbolicTensor, x);
    const predict = () => bitsOf(session.run(y, [[x, numbers([3, 2])]]));
    const expected = predict();
    const [layer] = layers as [Dense, Dense];
    const weights = layer.getWeights();
    layer.setWeights(weights);
    expect(predict()).toBe(expected);
    expect(refusedBy(() => layer.setWeights(weights.slice(1)))).toEqual({
      code: "weights-count",
      kind: "ValueError",
      message:
        "weights must be a weight list of length 2 (kernel, bias). Received: a weight list of length 1",
    });
    expect(refusedBy(() => layer.setWeights(weights.toReversed()))).toEqual({
      code: "weights-shape",
      kind: "ValueError",
      message: "kernel must have weight shape [2, 3]. Received: weight shape [3]",
    });
    expect(predict()).toBe(expected);
  });

  it("test_learning_phase: only a layer that is not told whether it trains needs it, and what it is fed decides", () => {
    const { graph, options, session, x: a } = inGraph([null, 32]);
    const b = placeholder(graph, { shape: [null, 32] });
    const dense = new Dense({ units: 16 }, options).apply(a) as SymbolicTensor;
    const normalized = new BatchNormalization({}, options).apply(b);
    expect(needs(dense, graph.learningPhase)).toBe(false);
    expect(needs(normalized, graph.learningPhase)).toBe(true);
    const run = (phase: boolean) =>
      session
        .run(
          [dense, normalized],
          [
            [a, numbers([10, 32])],
            [b, numbers([10, 32], 2)],
            [graph.learningPhase, phase],
          ],
        )
        .map(bitsOf);
    const [inference, training] = [run(false), run(true)];
    expect(training[0]).toBe(inference[0]);
    expect(training[1]).not.toBe(inference[1]);
  });

  it("test_layer_call_arguments: training=true is kept in the node, and needs no learning phase", () => {
    const { graph, options, session, x } = inGraph([null, 2]);
    const dense = new Dense({ units: 3 }, options).apply(x) as SymbolicTensor;
    const layer = new BatchNormalization({}, options);
    const outputs = layer.apply(dense, { training: true });
    expect(layer.inboundNodes[0]?.callArguments).toEqual({ training: true });
    expect(needs(outputs, graph.learningPhase)).toBe(false);
    expect(session.run(outputs, [[x, numbers([4, 2])]]).shape).toEqual([4, 3]);
  });

  it("test_basic_masking: the mask of the outputs is shaped as they are without their last axis", () => {
    const { options, session, x } = inGraph([null, 10, 32]);
    const layer = new MaskingLayer({}, options);
    layer.apply(x);
    const mask = layer.outputMask as SymbolicTensor;
    expect(mask.shape).toEqual([null, 10]);
    expect(layer.inputMask).toBeNull();
    const values = numbers([2, 10, 32]).data.map((value, i) => (i < 5 * 32 ? 0 : value));
    const shown = session.run(mask, [[x, tensorOf([2, 10, 32], values)]]);
    expect(Array.from(shown.data)).toEqual(Array.from({ length: 20 }, (_, i) => Number(i >= 5)));
  });
});
