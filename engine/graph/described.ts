import { GraphKeys } from "../base-layer/deferred";
import type { Operation } from "../base-layer/deferred";
import type { Variable } from "../base-layer/variable";
import type { GraphDescription } from "../types/graph-description";
import type { Graph } from "./graph";

/** The place of each item in a list. */
const placesIn = <T>(items: readonly T[]): ((item: T) => number) => {
  const places = new Map(items.map((item, place) => [item, place]));
  return (item) => places.get(item)!;
};

/** A graph as data that can leave its thread. */
export function described(graph: Graph): GraphDescription {
  const { operations } = graph;
  const variables = graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
  const updates = new Set<Operation>(graph.getCollection(GraphKeys.UPDATE_OPS));
  const operationAt = placesIn<Operation>(operations);
  const variableAt = placesIn<Variable>(variables);
  return {
    operations: operations.map((operation) => ({
      name: operation.name,
      type: operation.type,
      inputs: operation.inputs.map((input) => operationAt(input.operation)),
      controlInputs: operation.controlInputs.map(operationAt),
      reads: operation.reads.map(variableAt),
      writes: operation.writes.map(variableAt),
      isUpdate: updates.has(operation),
    })),
    variables: variables.map(({ name, trainable }) => ({ name, isTrainable: trainable })),
  };
}
