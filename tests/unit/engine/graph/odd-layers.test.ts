import { describe } from "vitest";
import { BatchNormalization } from "@/engine";
import { batchNormalization } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { quiet } from "./support/deferred-layer";
import { SquareLayer } from "./support/layers";
import {
  anObject,
  each,
  inGraph,
  noObjects,
  ofGraph,
  refusesAll,
  scalars,
  untyped,
} from "./support/odd-input";
import type { Case, Setting } from "./support/odd-input";

const other = inGraph();

const optionsOf = (options: object) =>
  [
    ({ graph }: Setting) => new BatchNormalization({}, { graph, ...options }),
    ({ graph }: Setting) => new SquareLayer({}, { graph, ...options }),
  ] as const;

const layerOptions = (
  [
    [{ scope: 5 }, "scope must be a string that is not empty, or null. Received: scope=5"],
    [{ scope: "" }, 'scope must be a string that is not empty, or null. Received: scope=""'],
    [{ reuse: "yes" }, 'reuse must be true, false, "auto" or null. Received: reuse="yes"'],
    [{ reuse: 1 }, 'reuse must be true, false, "auto" or null. Received: reuse=1'],
    [{ graph: {} }, "graph must be a graph or null. Received: graph={}"],
    [{ graph: 5 }, "graph must be a graph or null. Received: graph=5"],
    [
      { inputOfSeveralNodes: "x" },
      'inputOfSeveralNodes must be refused or first. Received: inputOfSeveralNodes="x"',
    ],
  ] as const
).flatMap(([options, message]) =>
  optionsOf(options).map((make, i): Case => [
    `${JSON.stringify(options)} for ${["", "a custom "][i]}layer`,
    make,
    message,
  ]),
);

const sizes = "input_shape must be a list of sizes, each an integer of at least 0 or null, or null";

const layers: readonly Case[] = [
  ...layerOptions,
  ...each(
    "a layer with arguments",
    noObjects,
    (_, v) => new BatchNormalization(v),
    "args must be an object. Received: args=",
  ),
  ...each("a custom layer with options", noObjects, (_, v) => new SquareLayer({}, v), anObject),
  [
    "a custom layer called 7",
    () => new SquareLayer({ name: untyped(7) }),
    "name must be a string or null. Received: name=7",
  ],
  ...each("a call with options", noObjects, ({ layer, x }, v) => layer.apply(x, v), anObject),
  ...each(
    "an eager call with options",
    noObjects,
    (_, v) => new BatchNormalization().call([[1]], v),
    anObject,
  ),
  ...each(
    "the function with arguments",
    noObjects,
    ({ x }, v) => batchNormalization(x, v, quiet),
    "args must be an object. Received: args=",
  ),
  ...each(
    "the function with options",
    noObjects,
    ({ x }, v) => batchNormalization(x, {}, v),
    anObject,
  ),
  ...each(
    "an update",
    [...scalars, [{}, "{}"]],
    ({ layer }, v) => layer.addUpdate(v),
    "updates must be operations of a graph. Received: updates=",
  ),
  [
    "an update of another graph",
    ({ layer }) => layer.addUpdate(other.x.operation),
    "updates must be of the same graph: the graphs are not the same. Received: updates=x",
    "ValueError",
  ],
  ...each(
    "a loss",
    [...scalars, [{}, "{}"]],
    ({ layer }, v) => layer.addLoss(v),
    `losses ${ofGraph} losses=`,
  ),
  [
    "a loss of another graph",
    ({ layer }) => layer.addLoss(other.x),
    "losses must be of the same graph: the graphs are not the same. Received: losses=x",
    "ValueError",
  ],
  ...each(
    "a loss by inputs",
    [
      ["x", '"x"'],
      [5, "5"],
    ],
    ({ layer, x }, v) => layer.addLoss(x, v),
    `inputs ${ofGraph} inputs=`,
  ),
  ...each(
    "losses for",
    [
      ["x", '"x"'],
      [5, "5"],
    ],
    ({ layer }, v) => layer.getLossesFor(v),
    `inputs ${ofGraph} inputs=`,
  ),
  ...[NaN, -99, 1.5, 1].map((index): Case => [
    `the inputs at ${index}`,
    ({ layer }) => layer.getInputAt(index),
    `node_index must be an integer from -1 to 0: the layer has 1 node. Received: node_index=${index}`,
    "ValueError",
  ]),
  ...each(
    "build with",
    [
      [[null, 2.5], "[null, 2.5]"],
      [[null, -2], "[null, -2]"],
      [[2, Infinity], "[2, Infinity]"],
      [["x", 2], '["x", 2]'],
      [NaN, "NaN"],
      [undefined, "undefined"],
      ["2,3", '"2,3"'],
      [{}, "{}"],
    ],
    ({ graph }, shape) => {
      refusedBy(() => new BatchNormalization().build(shape));
      new BatchNormalization({}, { graph }).build(shape);
    },
    `${sizes}. Received: input_shape=`,
  ),
];

describe("a layer refuses, with its whole message and without a trace,", () => {
  refusesAll(layers);
});
