import { formatNumber } from "@/components/charts/format/number";
import type {
  GraphDrawing,
  GraphEdge,
  GraphFrame,
  GraphNode,
} from "@/components/charts/graph/drawing";
import { shortened } from "@/components/charts/graph/name-lines";
import type { CallModel, Seen, VariableModel } from "./figure-model";
import { callBoxLines, columns, layoutOf, operationId, outcomeId, variableId } from "./places";
import type { CallBox, Layout } from "./places";
import { ordinals, usersOf } from "./words";

/** So many letters of a scope's name have room in a frame on the narrowest screen. */
const mostLetters = 22;

/** Where lines bend between the columns, in percent; what they enter a variable above or below its middle, in pixels. */
const bends = { calls: 41, variables: 53 };
const offsets = [-6, 6] as const;

/** The calls, the scopes and the lines between them, made of what the engine says of the graph and nothing else. */
export function drawingOf(seen: Seen): GraphDrawing {
  const layout = layoutOf(seen);
  const nodes = [...callNodes(seen, layout), ...variableNodes(seen, layout)];
  return {
    height: layout.height,
    frames: framesOf(layout),
    nodes,
    edges: [...flowEdges(seen, layout), ...variableEdges(seen, nodes)],
  };
}

function framesOf({ calls, groups, outer }: Layout): readonly GraphFrame[] {
  const named = (scope: string): string => shortened(`${scope}/`, mostLetters);
  const callFrames = calls.map(({ call, top, height }) => ({
    id: `call-${call.call}`,
    ...sides(columns.calls),
    top,
    height,
    lines: [
      `${ordinals[call.call]} call`,
      ...(call.nameScope === "" ? [] : [named(call.nameScope)]),
    ],
    hint: callHint(call),
    look: call.state === "made" ? ("plain" as const) : ("broken" as const),
  }));
  const scopeFrames = groups.map(({ group, top, height }) => ({
    id: `scope-${group.scope}`,
    ...inset(sides(columns.variables), outer === null ? 0 : 1),
    top,
    height,
    lines: [
      named(outer === null ? group.scope : group.scope.slice(outer.name.length + 1)),
      usersOf(group.variables),
    ],
    hint: `The variable scope ${group.scope}, ${usersOf(group.variables)}`,
    look: group.variables.some(({ usedBy }) => usedBy.length > 1)
      ? ("strong" as const)
      : ("plain" as const),
  }));
  const outerFrame = outer && {
    id: `outer-${outer.name}`,
    ...sides(columns.variables),
    top: outer.top,
    height: outer.height,
    lines: [named(outer.name)],
    hint: `The variable scope ${outer.name}`,
    look: "plain" as const,
  };
  return [...(outerFrame ? [outerFrame] : []), ...callFrames, ...scopeFrames];
}

const sides = ({
  left,
  right,
}: {
  left: number;
  right: number;
}): Pick<GraphFrame, "left" | "right"> => ({
  left,
  right,
});

const inset = (
  { left, right }: Pick<GraphFrame, "left" | "right">,
  by: number,
): Pick<GraphFrame, "left" | "right"> => ({ left: left + by, right: right - by });

const callHint = ({ call, state, nameScope }: CallModel): string =>
  state === "made"
    ? `The ${ordinals[call]} call; its operations stand below ${nameScope}`
    : `The ${ordinals[call]} call was ${state}`;

function callNodes(seen: Seen, { calls }: Layout): readonly GraphNode[] {
  return calls.flatMap(({ call, top, places }) =>
    places.map(({ item, y }) => ({
      id: boxId(call, item),
      x: columns.calls.middle,
      y: top + y,
      lines: callBoxLines(seen, item),
      value: null,
      ...("operation" in item
        ? operationLook(seen, item.operation)
        : { kind: "operation" as const, isLit: false, hint: seen.refusal?.message ?? "" }),
    })),
  );
}

const boxId = ({ call }: CallModel, box: CallBox): string =>
  "operation" in box ? operationId(box.operation) : outcomeId(call);

function operationLook(
  { graph, ran }: Seen,
  place: number,
): Pick<GraphNode, "kind" | "isLit" | "hint"> {
  const { name, type } = graph.operations[place] ?? { name: "", type: "" };
  const isLit = ran[place] === true;
  const state = isLit ? "runs in each step" : "does not run in a step";
  return {
    kind: type === "Placeholder" ? "placeholder" : "operation",
    isLit,
    hint: `${name} (${type}): ${state}`,
  };
}

const variableNodes = (seen: Seen, { groups }: Layout): readonly GraphNode[] =>
  groups.flatMap(({ top, places }) =>
    places.map(({ item, y }) => ({
      id: variableId(item.place),
      kind: "variable" as const,
      x: columns.variables.middle,
      y: top + y,
      lines: [item.lastName],
      value: item.values === null ? null : formatNumber(item.values[seen.step] ?? NaN, 3),
      hint: `${item.name}, made by the ${ordinals[item.madeBy]} call, ${usersOf([item])}`,
      isLit: isTouched(seen, item),
      ...quantityOf(seen, item),
    })),
  );

const quantityOf = ({ graph }: Seen, { place }: VariableModel): { readonly of?: "moving" } =>
  graph.operations.some(({ isUpdate, writes }) => isUpdate && writes.includes(place))
    ? { of: "moving" }
    : {};

const isTouched = ({ graph, ran }: Seen, { place }: VariableModel): boolean =>
  graph.operations.some(
    ({ reads, writes }, i) => ran[i] === true && (reads.includes(place) || writes.includes(place)),
  );

/** From what a call takes in to its operations, and from one of them to the next. */
function flowEdges(seen: Seen, { calls }: Layout): readonly GraphEdge[] {
  return calls.flatMap(({ call, top, places }) =>
    places.flatMap(({ item, y }) => {
      const inputs =
        "operation" in item ? (seen.graph.operations[item.operation]?.inputs ?? []) : [];
      const to = boxId(call, item);
      return places.flatMap((from) =>
        "operation" in from.item && inputs.includes(from.item.operation)
          ? [
              {
                id: `${boxId(call, from.item)}-${to}`,
                points: [
                  [columns.calls.middle, top + from.y],
                  [columns.calls.middle, top + y],
                ] as const,
                heads: [{ node: to, side: "top" as const, offset: 0 }],
                isHollow: false,
                isLit: "operation" in item && seen.ran[item.operation] === true,
              },
            ]
          : [],
      );
    }),
  );
}

/** Between each operation of a call and every variable that it reads or writes. */
function variableEdges(seen: Seen, nodes: readonly GraphNode[]): readonly GraphEdge[] {
  const yOf = new Map(nodes.map(({ id, y }) => [id, y]));
  return seen.calls.flatMap(({ call, operations }) =>
    operations.flatMap((place) => {
      const { reads = [], writes = [] } = seen.graph.operations[place] ?? {};
      return [...new Set([...reads, ...writes])].flatMap((variable) => {
        const [from, to] = [operationId(place), variableId(variable)];
        const [y, variableY] = [yOf.get(from), yOf.get(to)];
        const owner = seen.variables[variable];
        if (y === undefined || variableY === undefined || owner === undefined) return [];
        const offset = owner.usedBy.length > 1 ? offsets[call] : 0;
        return [
          {
            id: `${from}-${to}`,
            points: [
              [columns.calls.middle, y],
              [bends.calls, y],
              [bends.variables, variableY + offset],
              [columns.variables.middle, variableY + offset],
            ] as const,
            heads: [
              ...(reads.includes(variable)
                ? [{ node: from, side: "right" as const, offset: 0 }]
                : []),
              ...(writes.includes(variable) ? [{ node: to, side: "left" as const, offset }] : []),
            ],
            isHollow: false,
            isLit: seen.ran[place] === true,
            ...quantityOf(seen, owner),
          },
        ];
      });
    }),
  );
}
