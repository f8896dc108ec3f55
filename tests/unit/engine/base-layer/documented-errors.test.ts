import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, LayerOptions, NestedNumbers } from "@/engine";
import { Graph, batchNormalization, placeholder } from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import { documentedMembers } from "@/engine/spec/members";
import { refusedBy } from "../support/refused";

/** Asks a layer for the member that a spec is about; `given` is for members that take inputs. */
type Ask = (layer: BatchNormalization, given?: SymbolicTensor | NestedNumbers) => unknown;

const untyped = (value: unknown): never => value as never;

const tensorIn = (graph: Graph, shape: readonly (number | null)[] | null = [null, 3]) =>
  placeholder(graph, { shape, name: "x" });

const inputs = tensorIn(new Graph());

/** The members whose errors depend on the layer, each asked with something that any layer would take. */
const asks: Readonly<Record<string, Ask>> = {
  apply: (layer, given = inputs) => layer.apply(untyped(given)),
  call: (layer, given = inputs) => layer.call(untyped(given)),
  addLoss: (layer) => layer.addLoss(inputs),
  addVariable: (layer) => layer.addVariable("other", [3], { regularizer: "l2" }),
  addWeight: (layer) => layer.addWeight("other", [3], { regularizer: "l2" }),
  countParams: (layer) => layer.countParams(),
  getInputAt: (layer) => layer.getInputAt(1),
  getInputMaskAt: (layer) => layer.getInputMaskAt(1),
  getInputShapeAt: (layer) => layer.getInputShapeAt(1),
  getLossesFor: (layer) => layer.getLossesFor(null),
  getOutputAt: (layer) => layer.getOutputAt(1),
  getOutputMaskAt: (layer) => layer.getOutputMaskAt(1),
  getOutputShapeAt: (layer) => layer.getOutputShapeAt(1),
  getUpdatesFor: (layer) => layer.getUpdatesFor(null),
  graph: (layer) => layer.graph,
  input: (layer) => layer.input,
  inputMask: (layer) => layer.inputMask,
  inputShape: (layer) => layer.inputShape,
  output: (layer) => layer.output,
  outputMask: (layer) => layer.outputMask,
  outputShape: (layer) => layer.outputShape,
  scopeName: (layer) => layer.scopeName,
  updates: (layer) => layer.updates,
};

function deferred(options: LayerOptions = {}) {
  const graph = new Graph();
  return { graph, x: tensorIn(graph), layer: new BatchNormalization({}, { ...options, graph }) };
}

function calledOn(...shapes: readonly (readonly (number | null)[])[]): BatchNormalization {
  const { graph, layer } = deferred();
  for (const shape of shapes) layer.apply(tensorIn(graph, shape));
  return layer;
}

const appliedTo = (shape: readonly (number | null)[] | null): unknown => {
  const { graph, layer } = deferred();
  return layer.apply(tensorIn(graph, shape));
};

const eager = (args: BatchNormArguments = {}): BatchNormalization => new BatchNormalization(args);

const built = (): BatchNormalization => {
  const layer = eager();
  layer.build([null, 2]);
  return layer;
};

const quiet = { onWarning: () => undefined };
const named = (x: SymbolicTensor, reuse: boolean | null): SymbolicTensor =>
  batchNormalization(x, { name: "bn", reuse }, quiet);

/** How to bring about what a spec's error says of itself. */
const occasions: Readonly<Record<string, (ask: Ask) => unknown>> = {
  "the layer is eager": (ask) => ask(eager()),
  "the layer was never called on symbolic tensors": (ask) => ask(deferred().layer),
  "the layer was called more than once": (ask) => ask(calledOn([null, 3], [null, 3])),
  "the layer was called on tensors of different shapes": (ask) => ask(calledOn([null, 3], [2, 3])),
  "there is no call of that number": (ask) => ask(calledOn([null, 3])),
  "the layer was not used yet": (ask) => ask(deferred().layer),
  "the layer is not built": (ask) => ask(eager()),

  "an eager layer is given symbolic tensors": (ask) => ask(eager()),
  "a layer in a graph is given numbers": (ask) => ask(deferred().layer, [[1, 2, 3]]),
  "the inputs are tensors of another graph": (ask) => ask(deferred().layer),
  "the layer has to be built and the rank of its inputs is not known": () => appliedTo(null),
  "the layer has to be built and a size along its axis is not known": () => appliedTo([2, null]),
  "the rank is not known": () => eager().build(null),
  "a size along the layer's axis is not known": () => eager().build([2, null]),
  "the inputs do not have the layer's axis": () => eager({ axis: 3 }).build([2, 3]),
  "training is neither a boolean nor what the version takes for one": () =>
    eager().call([[1, 2]], { training: untyped("yes") }),

  "the list has another length than the layer's weights": () => built().setWeights([[1, 1]]),
  "a value has another shape than its weight": () =>
    built().setWeights([
      [1, 1],
      [0, 0, 0],
      [0, 0],
      [1, 1],
    ]),
  "the layer is not built and the list is not empty": () => eager().setWeights([1, 0, 0, 1]),

  "the layer is eager, the version is tf-1.4 and there is a regularizer": (ask) =>
    ask(new BatchNormalization({}, { profile: "tf-1.4" })),
  "a layer of tf-1.4 or tf-2.3-layers in a graph is built and has no variable of that name": (
    ask,
  ) => {
    const { layer, x } = deferred({ profile: "tf-1.4" });
    layer.apply(x);
    return ask(layer);
  },
  "an eager layer of tf-1.4 that has one is called": () =>
    new BatchNormalization({ activity_regularizer: "l2" }, { profile: "tf-1.4" }).apply([[1, 2]]),
  "there is a mask and the version is tf-1.4": () => {
    const { layer, x } = deferred({ profile: "tf-1.4" });
    return layer.computeMask(x, [true]);
  },

  "an argument is not known": () => eager(untyped({ epsilom: 0.1 })),
  "axis is neither an int nor a list of ints": () => eager({ axis: untyped("channels") }),
  "an initializer, regularizer or constraint is not known": () =>
    eager({ gamma_initializer: "glorot" }),
  "fused is true, cannot be honored, and the version is of the V2 flavor": () =>
    eager({ fused: true, virtual_batch_size: 2 }),
  "the configuration has a key that is not known": () =>
    BatchNormalization.fromConfig(untyped({ epsilom: 0.1 })),

  "the inputs are numbers, as in eager execution": () => batchNormalization(untyped([[1, 2]])),
  "the name is taken and reuse is not set": () => {
    const { x } = deferred();
    named(x, null);
    return named(x, null);
  },
  "reuse is true and there are no variables of that name": () => named(deferred().x, true),
  "reuse is none of its values": () => named(deferred().x, untyped("yes")),
};

const documented = documentedMembers.flatMap(({ name, tsName, errors }) =>
  errors.map((error) => ({ name, tsName, ...error })),
);

const never: Ask = () => {
  throw new Error("it is not known how to ask this member");
};

describe.each(documented)("$name, when $when", ({ tsName, when, kind, message }) => {
  it("fails with its kind and its whole message", () => {
    const provoke = occasions[when];
    expect(provoke).toBeDefined();
    expect(refusedBy(() => provoke?.(asks[tsName] ?? never))).toMatchObject({ kind, message });
  });
});

it("no occasion is left that no member documents", () => {
  const known = new Set(documented.map(({ when }) => when));
  expect(Object.keys(occasions).filter((when) => !known.has(when))).toEqual([]);
});
