import { formatNumber } from "@/components/charts/format/number";
import type { GraphNode } from "@/components/charts/graph/drawing";
import { nameLines } from "@/components/charts/graph/name-lines";
import type { RanGraph, Seen } from "./figure-model";
import { operationId, variableId } from "./places";
import { shortName } from "./sentences";

/** A box without its place. */
type Box = Omit<GraphNode, "x" | "y">;

/** A box for every operation and every variable. */
export const boxesOf = (seen: Seen): readonly Box[] => [
  ...seen.graph.operations.map((_, i) => operationBox(seen, i)),
  ...seen.graph.variables.map((_, i) => variableBox(seen, i)),
];

/** Whether an update operation moves a variable. */
export const isMoved = ({ operations }: RanGraph, variable: number): boolean =>
  operations.some(({ isUpdate, writes }) => isUpdate && writes.includes(variable));

function operationBox(seen: Seen, i: number): Box {
  const { graph } = seen;
  const { name, type } = graph.operations[i] ?? { name: "", type: "" };
  return {
    id: operationId(i),
    kind: type === "Placeholder" ? "placeholder" : "operation",
    lines: nameLines(shortName(name)),
    value: operationValue(seen, i),
    hint: hintOf(graph, i),
    isLit: graph.ran[i] === true,
  };
}

function variableBox(seen: Seen, i: number): Box {
  const { graph } = seen;
  const name = graph.variables[i]?.name ?? "";
  return {
    id: variableId(i),
    kind: "variable",
    lines: [shortName(name)],
    value: formatNumber(variableValue(seen, shortName(name))),
    hint: `${name}: a variable, with its value in ${seen.channelName} after step ${seen.step}`,
    isLit: graph.operations.some(
      ({ reads, writes }, at) => graph.ran[at] === true && [...reads, ...writes].includes(i),
    ),
    ...(isMoved(graph, i) && { of: "moving" as const }),
  };
}

function variableValue({ mean, variance, gamma, beta, step }: Seen, name: string): number {
  const values: Readonly<Record<string, Float64Array>> = {
    moving_mean: mean.moving,
    moving_variance: variance.moving,
    gamma,
    beta,
  };
  return values[name]?.[step] ?? NaN;
}

/** What is worth knowing of an operation at this step, in a word or a number. */
function operationValue({ graph, losses, step, batchSize }: Seen, i: number): string | null {
  const { name, type, isUpdate } = graph.operations[i] ?? { name: "", type: "", isUpdate: false };
  if (i === graph.fetched) return "session.run";
  if (isUpdate) return "UPDATE_OPS";
  if (type === "MeanSquaredError") return formatNumber(losses.fetched[step - 1] ?? NaN);
  if (type !== "Placeholder") return null;
  return name === "training" ? "True" : `${batchSize} ${batchSize === 1 ? "row" : "rows"}`;
}

function hintOf({ operations, variables, ran }: RanGraph, i: number): string {
  const operation = operations[i];
  if (operation === undefined) return "";
  const names = (places: readonly number[], list: readonly { readonly name: string }[]): string =>
    places.map((at) => list[at]?.name ?? "").join(", ");
  const told = [
    ["takes in", names(operation.inputs, operations)],
    ["needs", names(operation.controlInputs, operations)],
    ["reads", names(operation.reads, variables)],
    ["writes", names(operation.writes, variables)],
  ].filter(([, what]) => what !== "");
  const state = ran[i] === true ? "runs in this step" : "does not run in this step";
  const parts = [state, ...told.map((part) => part.join(" "))];
  return `${operation.name} (${operation.type}): ${parts.join("; ")}`;
}
