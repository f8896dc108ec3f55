import { scalePoint } from "d3";
import type { GraphOperation } from "@/engine/types/graph-description";
import type { RanGraph } from "./figure-model";
import type { Lane, Spot } from "./routes";

/** Names of operations and variables in the drawing, by their places in the graph's lists. */
export const operationId = (i: number): string => `operation-${i}`;
export const variableId = (i: number): string => `variable-${i}`;

/** What the graph's operations and variables are in it. */
interface Parts {
  /** Placeholders, by whether the first operation takes them in. */
  readonly sources: readonly number[];
  readonly lateSources: readonly number[];
  /** What is computed one after the other. */
  readonly flow: readonly number[];
  readonly updates: readonly number[];
  /** Variables that no update operation writes. */
  readonly trained: readonly number[];
}

export const height = 528;
const sourceY = 26;
const flowRange = [112, 488] as const;
const updateRange = [172, 420] as const;
/** How far apart things stand that belong to one operation of the flow, in pixels. */
const beside = { lateSource: 66, trained: 40 };

const laneAt: Readonly<Record<Lane, number>> = { left: 11.5, center: 38, right: 79 };
const sourceRange = [21, 55] as const;
const lateSourceX = 13.5;

function partsOf({ operations, variables }: RanGraph): Parts {
  const at = (holds: (operation: GraphOperation, i: number) => boolean): readonly number[] =>
    operations.flatMap((operation, i) => (holds(operation, i) ? [i] : []));
  const isSource = ({ type }: GraphOperation): boolean => type === "Placeholder";
  const flow = at((operation) => !isSource(operation) && !operation.isUpdate);
  const first = new Set(flow.slice(0, 1).flatMap((i) => operations[i]?.inputs ?? []));
  const moved = new Set(operations.flatMap(({ isUpdate, writes }) => (isUpdate ? writes : [])));
  return {
    sources: at((operation, i) => isSource(operation) && first.has(i)),
    lateSources: at((operation, i) => isSource(operation) && !first.has(i)),
    flow,
    updates: at(({ isUpdate }) => isUpdate),
    trained: variables.map((_, i) => i).filter((i) => !moved.has(i)),
  };
}

/** Evenly spread places for some things. */
function spread<T extends string | number>(
  things: readonly T[],
  range: readonly [number, number],
): ReadonlyMap<T, number> {
  const scale = scalePoint<T>(things, range);
  return new Map(things.map((thing) => [thing, scale(thing) ?? range[0]]));
}

/**
 * What is computed from the inputs flows down the middle; on the right are the update operations, each below the
 * variable that it moves; on the left what the optimizer moves, and what is fed late.
 */
export function spotsOf(graph: RanGraph): ReadonlyMap<string, Spot> {
  const { operations } = graph;
  const { sources, lateSources, flow, updates, trained } = partsOf(graph);
  const flowAt = spread(flow, flowRange);
  const yOfFlow = (holds: (operation: GraphOperation) => boolean): number => {
    const found = flow.find((i) => {
      const operation = operations[i];
      return operation !== undefined && holds(operation);
    });
    return flowAt.get(found ?? -1) ?? flowRange[0];
  };
  const place = (id: string, lane: Lane, y: number, x = laneAt[lane]): Spot => ({
    id,
    lane,
    x,
    y,
    isFirst: id === operationId(flow[0] ?? -1),
    isFed: false,
  });

  const moving = updates.flatMap((i) => [
    ...(operations[i]?.writes ?? []).map(variableId),
    operationId(i),
  ]);
  const trainer = yOfFlow(({ writes }) => writes.length > 0);
  const takerOf = (source: number): number => yOfFlow(({ inputs }) => inputs.includes(source));
  const spots = [
    ...[...flowAt].map(([i, y]) => place(operationId(i), "center", y)),
    ...[...spread(sources, sourceRange)].map(([i, x]) => ({
      ...place(operationId(i), "center", sourceY, x),
      isFed: true,
    })),
    ...lateSources.map((i) => ({
      ...place(operationId(i), "left", takerOf(i) - beside.lateSource, lateSourceX),
      isFed: true,
    })),
    ...[...spread(moving, updateRange)].map(([id, y]) => place(id, "right", y)),
    ...[...spread(trained, [trainer - beside.trained, trainer + beside.trained])].map(([i, y]) =>
      place(variableId(i), "left", y),
    ),
  ];
  return new Map(spots.map((spot) => [spot.id, spot]));
}
