import { nameLines } from "@/components/charts/graph/name-lines";
import { reachOf } from "@/components/charts/graph/drawing";
import type { CallModel, Seen, VariableModel } from "./figure-model";
import { partsOf } from "./sharing";

/** Names of boxes in the drawing. */
export const operationId = (place: number): string => `operation-${place}`;
export const variableId = (place: number): string => `variable-${place}`;
export const outcomeId = (call: number): string => `outcome-${call}`;

/** The columns of calls and of variables, in percent. */
export const columns = {
  calls: { left: 0, middle: 23.5, right: 48 },
  variables: { left: 50.5, middle: 75.5, right: 100 },
} as const;

/** Of a frame: the room for its name, what is left below its boxes, and what is between two frames. */
const room = { name: 34, below: 9, between: 18 };
const gap = 16;
const valueGap = 8;

/** Room for the name of a scope around all others. */
const outerRoom = { above: 20, below: 6 };

export interface Stack<Item> {
  readonly top: number;
  readonly height: number;
  /** The middle of each item's box. */
  readonly places: readonly { readonly item: Item; readonly y: number }[];
}

/** Stands boxes below one another in a frame. */
function stacked<Item>(
  items: readonly Item[],
  heightOf: (item: Item) => number,
  between: number,
): Omit<Stack<Item>, "top"> {
  let y = room.name;
  const places = items.map((item) => {
    const half = heightOf(item) / 2;
    const place = { item, y: y + half };
    y += 2 * half + between;
    return place;
  });
  return { places, height: y - between + room.below };
}

/** A box in a call's frame: an operation of the graph, or what became of a call that made none. */
export type CallBox = { readonly operation: number } | { readonly outcome: string };

/** A variable scope with its variables. */
export interface VariableGroup {
  readonly scope: string;
  readonly variables: readonly VariableModel[];
}

export interface Layout {
  readonly height: number;
  readonly calls: readonly (Stack<CallBox> & { readonly call: CallModel })[];
  readonly groups: readonly (Stack<VariableModel> & { readonly group: VariableGroup })[];
  /** The scope around all variables: its name, and where it stands; null for none. */
  readonly outer: { readonly name: string; readonly top: number; readonly height: number } | null;
}

/** What is written in a box. */
export const callBoxLines = (seen: Seen, box: CallBox): readonly string[] =>
  "outcome" in box
    ? [box.outcome]
    : nameLines(partsOf(seen.graph.operations[box.operation]?.name ?? "").last);

/** What stands in a call's frame: what it takes in, and what it added or why it added nothing. */
function boxesOf(seen: Seen, { call, state, operations }: CallModel): readonly CallBox[] {
  const input = seen.graph.operations.findIndex(({ name }) => name === `x${call + 1}`);
  const added: readonly CallBox[] =
    state === "made"
      ? operations.map((operation) => ({ operation }))
      : [{ outcome: state === "refused" ? (seen.refusal?.kind ?? "refused") : state }];
  return [{ operation: input }, ...added];
}

export function groupsOf(variables: readonly VariableModel[]): readonly VariableGroup[] {
  const scopes = [...new Set(variables.map(({ scope }) => scope))];
  return scopes.map((scope) => ({
    scope,
    variables: variables.filter((variable) => variable.scope === scope),
  }));
}

/** The scope that holds all groups and is none of them; "" where there is none. */
function outerScopeOf(groups: readonly VariableGroup[]): string {
  const [first, ...others] = groups.map(({ scope }) => partsOf(scope).scope.split("/"));
  if (first === undefined) return "";
  const isCommon = (depth: number): boolean =>
    others.every((parts) => parts[depth] === first[depth]);
  const end = first.findIndex((_, depth) => !isCommon(depth));
  return first.slice(0, end === -1 ? first.length : end).join("/");
}

/** Calls on the left in their order; on the right each variable scope once, in the middle where there is one only. */
export function layoutOf(seen: Seen): Layout {
  const callStacks = seen.calls.map((call) => ({
    call,
    ...stacked(
      boxesOf(seen, call),
      (box) => 2 * reachOf({ lines: callBoxLines(seen, box), value: null }).y,
      gap,
    ),
  }));
  const groups = groupsOf(seen.variables);
  const groupStacks = groups.map((group) => ({
    group,
    ...stacked(
      group.variables,
      ({ lastName }) => 2 * reachOf({ lines: [lastName], value: "" }).y,
      valueGap,
    ),
  }));
  const outerName = outerScopeOf(groups);
  const [above, below] = outerName === "" ? [1, 1] : [outerRoom.above, outerRoom.below];
  const row = Math.max(...[...callStacks, ...groupStacks].map(({ height }) => height));
  const calls = callStacks.map((stack, i) => ({ ...stack, top: above + i * (row + room.between) }));
  const inner = 2 * row + room.between;
  const placed = groupStacks.map((stack, i) => ({
    ...stack,
    top:
      groups.length === 1 ? above + (inner - stack.height) / 2 : above + i * (row + room.between),
  }));
  return {
    height: above + inner + below,
    calls: calls.map((stack) => ({ ...stack, height: row })),
    groups: placed,
    outer: outerName === "" ? null : aroundAll(outerName, placed),
  };
}

function aroundAll(
  name: string,
  stacks: readonly Pick<Stack<unknown>, "top" | "height">[],
): NonNullable<Layout["outer"]> {
  const top = Math.min(...stacks.map((stack) => stack.top)) - outerRoom.above + 1;
  const bottom = Math.max(...stacks.map((stack) => stack.top + stack.height)) + outerRoom.below - 1;
  return { name, top, height: bottom - top };
}
