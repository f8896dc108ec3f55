import { describe } from "vitest";
import { BatchNormalization } from "@/engine";
import { Session } from "@/engine/graph";
import {
  each,
  feeds,
  fetches,
  nested,
  nothing,
  objects,
  ofGraph,
  refusesAll,
  scalars,
  untyped,
} from "./support/odd-input";
import type { Case } from "./support/odd-input";

const running: readonly Case[] = [
  ...each("fetches", [...scalars, [{}, "{}"]], ({ session }, v) => session.run(v), fetches),
  ...each("a fetch", scalars, ({ session }, v) => session.run([[v]]), fetches),
  ["a layer as a fetch", ({ session, layer }) => session.run(untyped(layer)), `${fetches}bn`],
  [
    "an eager layer as a fetch",
    ({ session }) => session.run(untyped(new BatchNormalization({ name: "eager" }))),
    `${fetches}eager`,
  ],
  ...each(
    "feeds",
    [[null, "null"], ["x", '"x"'], [5, "5"], ...objects],
    ({ session, x }, v) => session.run(x, v),
    feeds,
  ),
  ...each(
    "feeds with",
    [
      [[5], "[5]"],
      [[[]], "[[]]"],
      [[[1, 2, 3]], "[[1, 2, 3]]"],
    ],
    ({ session, x }, v) => session.run(x, v),
    feeds,
  ),
  ...each(
    "a feed for",
    [...scalars, ...objects],
    ({ session, x }, v) => session.run(x, [[v, 1]]),
    `feeds ${ofGraph} feeds=`,
  ),
  ...each(
    "a feed of",
    [...nothing, ["x", '"x"']],
    ({ session, x }, v) => session.run(x, [[x, v]]),
    "x must be fed numbers. Received: x=",
  ),
  ...each(
    "a feed for a boolean of",
    [...nothing, ["x", '"x"'], [1, "1"]],
    ({ session, flag }, v) => session.run(flag, [[flag, v]]),
    "flag must be fed true or false. Received: flag=",
  ),
  [
    "a feed of strings",
    ({ session, x }) => session.run(x, [[x, untyped([["a", "b", "c"]])]]),
    `${nested}string at depth 2`,
    "ValueError",
  ],
  [
    "a feed of a tensor without a shape",
    ({ session, x }) => session.run(x, [[x, untyped({ shape: null, data: [1] })]]),
    "shape must be a list of non-negative integers. Received: shape=null",
    "ValueError",
  ],
  ...each(
    "a session of",
    [...scalars, [{}, "{}"]],
    (_, v) => new Session(v),
    "graph must be a graph. Received: graph=",
  ),
];

describe("a session refuses, with its whole message and without a trace,", () => {
  refusesAll(running);
});
