import { describe } from "vitest";
import { BatchNormalization } from "@/engine";
import { GraphKeys } from "@/engine/graph";
import { VariableLayer } from "./support/layers";
import {
  anObject,
  each,
  names,
  nested,
  noObjects,
  nothing,
  refusesAll,
  scalars,
  untyped,
} from "./support/odd-input";
import type { Case, Setting } from "./support/odd-input";

const variableNames = [
  ["", '""'],
  [null, "null"],
  [5, "5"],
] as const;
const shapes = [
  [[-1], "[-1]"],
  [[1.5], "[1.5]"],
  [[null], "[null]"],
  [null, "null"],
  [5, "5"],
] as const;
const knownSizes = "shape must be a list of sizes, each an integer of at least 0. Received: shape=";
const variableDtype = 'dtype must be one of float16, float32, float64. Received: dtype="int32"';
const added = ({ graph }: Setting) => new VariableLayer({}, { graph });

const variables: readonly Case[] = [
  ...each(
    "getVariable called",
    variableNames,
    ({ graph }, v) => graph.getVariable(v, [1]),
    "name must be a string that is not empty. Received: name=",
  ),
  ...each(
    "addVariable called",
    variableNames,
    (setting, v) => added(setting).addVariable(v, [1]),
    "name must be a string that is not empty. Received: name=",
  ),
  ...each("getVariable of shape", shapes, ({ graph }, v) => graph.getVariable("v", v), knownSizes),
  ...each(
    "addVariable of shape",
    shapes,
    (setting, v) => added(setting).addVariable("v", v),
    knownSizes,
  ),
  ...each(
    "getVariable with options",
    noObjects,
    ({ graph }, v) => graph.getVariable("v", [1], v),
    anObject,
  ),
  ...each(
    "addVariable with options",
    noObjects,
    (setting, v) => added(setting).addVariable("v", [1], v),
    anObject,
  ),
  [
    "getVariable of dtype int32",
    ({ graph }) => graph.getVariable("v", [1], { dtype: untyped("int32") }),
    variableDtype,
  ],
  [
    "addVariable of dtype int32",
    (setting) => added(setting).addVariable("v", [1], { dtype: untyped("int32") }),
    variableDtype,
  ],
  ...each(
    "a variable scope called",
    [["", '""'], ...scalars.filter(([v]) => v !== "x"), [{}, "{}"]],
    ({ graph }, v) => graph.variableScope(v, {}, () => 1),
    "name must be a string that is not empty. Received: name=",
  ),
  ...each(
    "a name scope called",
    names,
    ({ graph }, v) => graph.nameScope(v, () => 1),
    "name must be a string that is not empty. Received: name=",
  ),
  ...each(
    "a variable scope with reuse",
    [
      ["yes", '"yes"'],
      [1, "1"],
      [{}, "{}"],
    ],
    ({ graph }, reuse) => graph.variableScope("s", { reuse }, () => 1),
    'reuse must be true, false, "auto" or null. Received: reuse=',
  ),
  ...each(
    "a variable scope with options",
    noObjects,
    ({ graph }, v) => graph.variableScope("s", v, () => 1),
    anObject,
  ),
  ...each(
    "a variable scope around",
    scalars,
    ({ graph }, v) => graph.variableScope("s", {}, v),
    "body must be a function. Received: body=",
  ),
  ...each(
    "the collection",
    [
      [null, "null"],
      ["x", '"x"'],
      ["toString", '"toString"'],
    ],
    ({ graph }, v) => graph.getCollection(v),
    `key must be one of ${Object.values(GraphKeys).join(", ")}. Received: key=`,
  ),
];

const gamma = "gamma must be a tensor or nested lists of numbers. Received: gamma=";
const noNumbers = [...nothing, ["x", '"x"'], [true, "true"]] as const;
const known = "weights must be named gamma, beta, moving_mean, moving_variance. Received: ";

const values: readonly Case[] = [
  ...each(
    "setWeights",
    [...nothing, ["x", '"x"'], [{}, "{}"]],
    ({ layer }, v) => layer.setWeights(v),
    "weights must be a list of tensors, in the order of getWeights. Received: weights=",
  ),
  ...each(
    "setWeights before it is built",
    nothing,
    (_, v) => new BatchNormalization().setWeights(v),
    "weights must be a list of tensors, in the order of getWeights. Received: weights=",
  ),
  ...each("setWeights with", noNumbers, ({ layer }, v) => layer.setWeights([v, v, v, v]), gamma),
  ...each(
    "assign",
    noObjects,
    ({ layer }, v) => layer.assign(v),
    "weights must be an object. Received: weights=",
  ),
  ...each("assign to gamma", noNumbers, ({ layer }, v) => layer.assign({ gamma: v }), gamma),
  ...each("Variable.assign", noNumbers, ({ layer }, v) => layer.weights[0]!.assign(v), gamma),
  ...each(
    "first weights",
    noNumbers,
    (_, v) => new BatchNormalization({ weights: [v, v, v, v] }).build([2, 3]),
    gamma,
  ),
  ...["constructor", "toString", "__proto__"].map((name): Case => [
    `assign to ${name}`,
    ({ layer }) => layer.assign(untyped(Object.fromEntries([[name, [1]]]))),
    `${known}${name}`,
    "ValueError",
  ]),
  [
    "assign of a list with null",
    ({ layer }) => layer.assign({ gamma: untyped([null, 1, 1]) }),
    `${nested}object at depth 1`,
    "ValueError",
  ],
  [
    "assign of a tensor without a shape",
    ({ layer }) => layer.assign({ gamma: untyped({ shape: 3, data: [1, 1, 1] }) }),
    "shape must be a list of non-negative integers. Received: shape=3",
    "ValueError",
  ],
  [
    "assign of a tensor without data",
    ({ layer }) => layer.assign({ gamma: untyped({ shape: [3], data: null }) }),
    "data must fill its shape: [3] holds 3 values. Received: no values",
    "ValueError",
  ],
];

describe("what makes variables refuses, with its whole message and without a trace,", () => {
  refusesAll(variables);
});

describe("what gives weights their values refuses, with its whole message and without a trace,", () => {
  refusesAll(values);
});
