import type { GraphEdge } from "@/components/charts/graph/drawing";
import { isMoved } from "./boxes";
import type { RanGraph } from "./figure-model";
import { operationId, variableId } from "./places";
import { routeBetween } from "./routes";
import type { Spot } from "./routes";

/** One connection of the graph: from what an operation takes in, needs, reads or writes, to the operation. */
interface Connection extends Pick<GraphEdge, "isHollow" | "isLit" | "of"> {
  readonly from: string;
  readonly to: string;
  readonly isTakenIn: boolean;
  readonly isWritten: boolean;
}

/** Every connection once: what an operation reads and writes is one line with two heads. */
function connectionsOf(graph: RanGraph): readonly Connection[] {
  return graph.operations.flatMap(({ inputs, controlInputs, reads, writes }, i) => {
    const shared = {
      to: operationId(i),
      isLit: graph.ran[i] === true,
      isHollow: false,
      isTakenIn: true,
      isWritten: false,
    };
    return [
      ...inputs.map((at) => ({ ...shared, from: operationId(at) })),
      ...controlInputs.map((at) => ({ ...shared, from: operationId(at), isHollow: true })),
      ...[...new Set([...reads, ...writes])].map((at) => ({
        ...shared,
        from: variableId(at),
        isTakenIn: reads.includes(at),
        isWritten: writes.includes(at),
        ...(isMoved(graph, at) && { of: "moving" as const }),
      })),
    ];
  });
}

export const edgesOf = (graph: RanGraph, spots: ReadonlyMap<string, Spot>): readonly GraphEdge[] =>
  connectionsOf(graph).flatMap(({ from, to, isTakenIn, isWritten, ...look }) => {
    const [start, end] = [spots.get(from), spots.get(to)];
    if (start === undefined || end === undefined) return [];
    const { points, into, out } = routeBetween(start, end);
    const heads = [...(isTakenIn ? [into] : []), ...(isWritten ? [out] : [])];
    return [{ id: `${from}-${to}`, points, heads, ...look }];
  });
