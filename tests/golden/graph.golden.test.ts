import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { Tensor } from "@/engine";
import { Graph, Session } from "@/engine/graph";
import { backend } from "../support/backend";
import { gradientBy, readOf, variableOf } from "../unit/engine/graph/support/gradients";
import { weightedSum } from "../unit/engine/graph/support/operations";
import { expectCall, given, lastPart, namedRecords, toleranceText } from "./comparison";
import { layerArguments } from "./records";
import type { GoldenCall, GoldenRecord } from "./records";

/** One run of a call in the graph: outputs, the gradients of Σ y·dy, and then the updates. */
function run(session: Session, layer: BatchNormalization, record: GoldenRecord, step: GoldenCall) {
  const { graph } = session;
  const variable = variableOf(graph, "x", given(record, step.x));
  const x = readOf(graph, variable);
  const outputs = layer.apply(x, { training: step.training });
  const loss = weightedSum(outputs, given(record, step.dy));
  const parameters = layer.weights.filter(({ name }) => /^(gamma|beta)$/.test(lastPart(name)));
  const gradients = [variable, ...parameters].map((each) => gradientBy(loss, each));
  const [y, [inputs, ...others]] = session.run([outputs, gradients, ...layer.getUpdatesFor(x)]);
  const byName = others.map((gradient, i): [string, Tensor] => [
    lastPart(parameters[i]!.name),
    gradient,
  ]);
  return { outputs: y, gradients: { inputs: inputs!, ...Object.fromEntries(byName) } };
}

describe(`the ${backend} backend equals TensorFlow in a graph (${toleranceText})`, () => {
  describe.each(namedRecords)("%s", (_, record) => {
    const graph = new Graph();
    const session = new Session(graph);
    const options = { graph, profile: record.profile };
    const layer = new BatchNormalization(layerArguments(record), options);

    it.each(
      record.steps.map(
        (step, i) => [i + 1, step.training ? "training" : "inference", step] as const,
      ),
    )("call %i, %s: outputs, gradients and weights", (_call, _mode, step) => {
      expectCall(run(session, layer, record, step), layer, record, step);
      expect(layer.backend).toBe(record.dtype === "float32" ? backend : "reference");
    });
  });
});
