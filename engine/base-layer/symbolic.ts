import { EngineError } from "../errors";
import type { DType, Tensor } from "../tensor/tensor";
import { requireRule } from "./argument-rules";
import type { DeferredGraph, Operation, SymbolicDType, SymbolicTensor, Value } from "./deferred";

/** Throws a ValueError where something belongs to another graph; `argument` is what it was given as. */
export function requireGraph(
  graph: DeferredGraph,
  argument: string,
  items: readonly { readonly name: string; readonly graph: DeferredGraph }[],
): void {
  const foreign = items.find((item) => item.graph !== graph);
  if (foreign === undefined) return;
  throw new EngineError(
    "graph-differs",
    "ValueError",
    `${argument} must be of the same graph: the graphs are not the same. Received: ${argument}=${foreign.name}`,
    { argument },
  );
}

/** What is true or false counts 1 or 0. */
export const numbersOf = (value: Value): Tensor =>
  typeof value === "boolean"
    ? { shape: [], dtype: "float32", data: Float32Array.of(Number(value)) }
    : value;

export const numericDType = (dtype: SymbolicDType): DType => (dtype === "bool" ? "float32" : dtype);

/** Whether a value is a symbolic tensor rather than numbers. */
export const isSymbolic = (value: unknown): value is SymbolicTensor =>
  typeof value === "object" && value !== null && "operation" in value && "history" in value;

/** Checks what has to be symbolic tensors. Throws a TypeError for anything else. */
export function requireSymbolic(argument: string, values: readonly unknown[]): void {
  const wrong = values.find((value) => !isSymbolic(value));
  requireRule(argument, values.every(isSymbolic), "a symbolic tensor of a graph", wrong);
}

export const isGraph = (value: unknown): value is DeferredGraph =>
  typeof value === "object" && value !== null && "operation" in value && "variableInScope" in value;

/** Checks what has to be a graph. Throws a TypeError for anything else. */
export const checkGraph = (value: unknown): void =>
  requireRule("graph", isGraph(value), "a graph", value);

export const isOperation = (value: unknown): value is Operation =>
  typeof value === "object" && value !== null && "controlInputs" in value;

/** Checks what has to be operations of a graph. Throws a TypeError for anything else, a ValueError for another graph's. */
export function requireOperations(graph: DeferredGraph, values: readonly unknown[]): void {
  const wrong = values.find((value) => !isOperation(value));
  requireRule("updates", values.every(isOperation), "operations of a graph", wrong);
  requireGraph(graph, "updates", values.filter(isOperation));
}
