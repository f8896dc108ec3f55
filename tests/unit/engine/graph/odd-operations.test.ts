import { describe } from "vitest";
import { sgd } from "@/engine";
import {
  addN,
  constant,
  group,
  identity,
  meanSquaredError,
  minimize,
  placeholder,
} from "@/engine/graph";
import {
  anObject,
  each,
  names,
  nested,
  noObjects,
  nothing,
  objects,
  ofGraph,
  operations,
  refusesAll,
  scalars,
  untyped,
} from "./support/odd-input";
import type { Case } from "./support/odd-input";

const making: readonly Case[] = [
  ...each("a group of", [...scalars, [{}, "{}"]], (_, v) => group(v), operations),
  ["a group of a list with null", ({ x }) => group([x, untyped(null)]), `${operations}null`],
  [
    "a group of nothing",
    () => group([]),
    "operations must be at least one. Received: operations=[]",
    "ValueError",
  ],
  ...each(
    "a sum of",
    [...scalars, [{}, "{}"]],
    (_, v) => addN(v),
    "tensors must be a list of symbolic tensors. Received: tensors=",
  ),
  [
    "a sum of a tensor alone",
    ({ x }) => addN(untyped(x)),
    "tensors must be a list of symbolic tensors. Received: tensors=x",
  ],
  ["a sum with null", ({ x }) => addN([x, untyped(null)]), `tensors ${ofGraph} tensors=null`],
  [
    "a sum of nothing",
    () => addN([]),
    "tensors must be at least one. Received: tensors=[]",
    "ValueError",
  ],
  ...each(
    "the error of",
    [...scalars, ...objects],
    ({ x }, v) => meanSquaredError(x, v),
    `outputs ${ofGraph} outputs=`,
  ),
  ...each(
    "the error from",
    scalars,
    ({ x }, v) => meanSquaredError(v, x),
    `targets ${ofGraph} targets=`,
  ),
  ...each(
    "the identity of",
    [...scalars, ...objects],
    (_, v) => identity(v),
    `tensor ${ofGraph} tensor=`,
  ),
  ...each(
    "minimize by",
    [...scalars, [{}, "{}"]],
    ({ loss }, v) => minimize(v, loss),
    "optimizer must be one that sgd or adam makes. Received: optimizer=",
  ),
  ...each(
    "minimize",
    [...scalars, ...objects],
    (_, v) => minimize(sgd(), v),
    `loss ${ofGraph} loss=`,
  ),
  ...each("minimize with options", noObjects, ({ loss }, v) => minimize(sgd(), loss, v), anObject),
  ...each(
    "minimize by variables",
    [["x", '"x"'], [5, "5"], ...objects],
    ({ loss }, variables) => minimize(sgd(), loss, { variables }),
    "variables must be a list of variables. Received: variables=",
  ),
  ...each(
    "a placeholder in",
    scalars,
    (_, v) => placeholder(v),
    "graph must be a graph. Received: graph=",
  ),
  ...each(
    "a placeholder with options",
    noObjects,
    ({ graph }, v) => placeholder(graph, v),
    anObject,
  ),
  ...each(
    "a placeholder of shape",
    [
      [5, "5"],
      ["x", '"x"'],
      [[-1], "[-1]"],
      [[1.5], "[1.5]"],
      [[undefined], "[undefined]"],
    ],
    ({ graph }, shape) => placeholder(graph, { shape }),
    "shape must be a list of sizes, each an integer of at least 0 or null, or null. Received: shape=",
  ),
  ...each(
    "a placeholder of dtype",
    [
      [null, "null"],
      ["int32", '"int32"'],
    ],
    ({ graph }, dtype) => placeholder(graph, { dtype }),
    "dtype must be one of bool, float16, float32, float64. Received: dtype=",
  ),
  ...each(
    "a placeholder called",
    names,
    ({ graph }, name) => placeholder(graph, { name }),
    "name must be a string that is not empty. Received: name=",
  ),
  ...each(
    "a constant in",
    scalars,
    (_, v) => constant(v, 1),
    "graph must be a graph. Received: graph=",
  ),
  ...each(
    "a constant of",
    [...nothing, ["x", '"x"'], [true, "true"]],
    ({ graph }, v) => constant(graph, v),
    "inputs must be a tensor, or nested lists of numbers. Received: inputs=",
  ),
  [
    "a constant of {}",
    ({ graph }) => constant(graph, untyped({})),
    `${nested}object at depth 0`,
    "ValueError",
  ],
  ...each("a constant with options", noObjects, ({ graph }, v) => constant(graph, 1, v), anObject),
];

describe("what makes operations refuses, with its whole message and without a trace,", () => {
  refusesAll(making);
});
