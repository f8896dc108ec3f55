import { describe, expect, it } from "vitest";
import { Graph, GraphKeys, batchNormalization, placeholder } from "@/engine/graph";
import type { FunctionalArguments } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { allProfiles } from "../tensorflow/support/profiles";
import { collectingProfiles, quiet } from "./support/deferred-layer";

const untyped = (value: unknown): never => value as never;

const inGraph = () => {
  const graph = new Graph();
  return { graph, x: placeholder(graph, { shape: [null, 3], name: "x" }) };
};

/** What a refused call might have left in its graph. */
const tracesIn = (graph: Graph) => ({
  operations: graph.operations.map(({ name }) => name),
  collections: Object.values(GraphKeys).map((key) => graph.getCollection(key).length),
  nextName: graph.uniqueName("batch_normalization"),
});

const untouched = {
  operations: ["x"],
  collections: [0, 0, 0, 0],
  nextName: "batch_normalization",
};

const unknown = (received: string): string =>
  `Keyword argument not understood: ${received.slice(0, received.indexOf("="))}. Received: ${received}`;

describe.each(collectingProfiles)("the functional interface in %s", (profile) => {
  it.each<[Record<string, unknown>, string]>([
    [{ dtype: "float64" }, 'dtype="float64"'],
    [{ weights: [[1, 1, 1]] }, "weights=[[1, 1, 1]]"],
    [{ activity_regularizer: "l2" }, 'activity_regularizer="l2"'],
    [{ input_shape: [3] }, "input_shape=[3]"],
    [{ batch_input_shape: [null, 3] }, "batch_input_shape=[null, 3]"],
    [{ batch_size: 4 }, "batch_size=4"],
    [{ dynamic: true }, "dynamic=true"],
    [{ epsilom: 0.1 }, "epsilom=0.1"],
  ])("refuses %o, which is not documented, and leaves nothing", (args, received) => {
    const { graph, x } = inGraph();
    const refused = refusedBy(() =>
      batchNormalization(x, untyped({ ...args, training: true }), { ...quiet, profile }),
    );
    expect(refused).toEqual({
      code: "argument-unknown",
      kind: "TypeError",
      message: unknown(received),
    });
    expect(tracesIn(graph)).toEqual(untouched);
  });

  it("takes a keyword that is undefined for one that is left out", () => {
    const { graph, x } = inGraph();
    const args: FunctionalArguments = untyped({ dtype: undefined, weights: undefined });
    batchNormalization(x, args, { ...quiet, profile });
    expect(graph.getCollection(GraphKeys.GLOBAL_VARIABLES).length).toBe(4);
  });

  it.each([
    [7, "name must be a string or null. Received: name=7"],
    ["", 'name must be a string that is not empty, or null. Received: name=""'],
  ])("refuses the name %o, and leaves nothing", (name, message) => {
    const { graph, x } = inGraph();
    const call = () => batchNormalization(x, { name: untyped(name) }, { ...quiet, profile });
    expect(refusedBy(call)).toEqual({ code: "argument", kind: "TypeError", message });
    expect(tracesIn(graph)).toEqual(untouched);
  });
});

it.each(allProfiles.filter((profile) => !collectingProfiles.includes(profile)))(
  "the functional interface refuses %s, and leaves nothing",
  (profile) => {
    const { graph, x } = inGraph();
    expect(refusedBy(() => batchNormalization(x, {}, { ...quiet, profile }))).toEqual({
      code: "profile",
      kind: "ValueError",
      message: `profile must be one of tf-1.4, tf-2.3-layers for the functional interface. Received: profile="${profile}"`,
    });
    expect(tracesIn(graph)).toEqual(untouched);
  },
);

it("the functional interface refuses a profile that there is not", () => {
  const { graph, x } = inGraph();
  const options = { ...quiet, profile: untyped("tf-0.1") };
  expect(refusedBy(() => batchNormalization(x, {}, options))).toMatchObject({
    kind: "ValueError",
    code: "profile",
  });
  expect(tracesIn(graph)).toEqual(untouched);
});
