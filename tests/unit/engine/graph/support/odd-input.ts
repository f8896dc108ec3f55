import { expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { Graph, GraphKeys, Session, meanSquaredError, placeholder } from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import { refusedBy } from "../../support/refused";

// What the compiler refuses, somebody may still do who does not use it.
export const untyped = (value: unknown): never => value as never;

/** A graph with a layer that was called once. */
export interface Setting {
  readonly graph: Graph;
  readonly x: SymbolicTensor;
  readonly flag: SymbolicTensor;
  readonly layer: BatchNormalization;
  readonly loss: SymbolicTensor;
  readonly session: Session;
}

export function inGraph(): Setting {
  const graph = new Graph();
  const x = placeholder(graph, { shape: [null, 3], name: "x" });
  const flag = placeholder(graph, { dtype: "bool", name: "flag" });
  const layer = new BatchNormalization({ name: "bn" }, { graph });
  const loss = meanSquaredError(x, layer.apply(x, { training: true }));
  return { graph, x, flag, layer, loss, session: new Session(graph) };
}

export type Case = readonly [
  what: string,
  action: (setting: Setting) => unknown,
  message: string,
  kind?: "ValueError",
];

/** One case for each odd value, which the message shows at its end. */
export const each = (
  what: string,
  values: readonly (readonly [value: unknown, shown: string])[],
  action: (setting: Setting, value: never) => unknown,
  message: string,
): readonly Case[] =>
  values.map(([value, shown]) => [
    `${what} ${shown}`,
    (setting) => action(setting, untyped(value)),
    `${message}${shown}`,
  ]);

export const nothing = [
  [null, "null"],
  [undefined, "undefined"],
] as const;
export const scalars = [...nothing, ["x", '"x"'], [5, "5"], [true, "true"]] as const;
export const objects = [
  [{}, "{}"],
  [[null], "[null]"],
] as const;
export const names = [
  ["", '""'],
  [5, "5"],
  [{}, "{}"],
] as const;
export const noObjects = [
  [null, "null"],
  ["x", '"x"'],
  [5, "5"],
] as const;

export const ofGraph = "must be a symbolic tensor of a graph. Received:";
export const fetches =
  "fetches must be symbolic tensors, operations and variables, or lists of them. Received: fetches=";
export const feeds =
  "feeds must be pairs of a tensor and its value, or a map of them. Received: feeds=";
export const operations =
  "operations must be operations and symbolic tensors, or lists of them. Received: operations=";
export const nested = "nested lists must hold numbers at one depth. Received: ";
export const anObject = "options must be an object. Received: options=";

const stateOf = ({ graph, layer }: Setting) => [
  graph.operations.length,
  graph.currentScope,
  ...Object.values(GraphKeys).map((key) => graph.getCollection(key).length),
  layer.weights.map(({ value }) => [...value.data]),
];

/** A test for each case: it is refused with its whole message, and changes nothing. */
export function refusesAll(cases: readonly Case[]): void {
  it.each(cases.map((one) => [one[0], one] as const))("%s", (_what, one) => {
    const [, action, message, kind = "TypeError"] = one;
    const setting = inGraph();
    const before = stateOf(setting);
    expect(refusedBy(() => action(setting))).toMatchObject({ kind, message });
    expect(stateOf(setting)).toEqual(before);
  });
}
