"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { rowsOnDemand } from "@/components/charts/table/rows";
import type { Rows } from "@/components/charts/table/rows";
import { Numbers } from "@/components/workbench/numbers";
import type { FigureModel } from "./figure-model";

const stepColumns = [
  "step",
  "batch mean",
  "moving mean",
  "batch variance",
  "moving variance",
  "gamma",
  "beta",
  "loss",
  "training output",
  "inference output",
] as const;

/** Row t holds step t and what it left; row 0 is the start, before any batch. */
const stepRows = (model: FigureModel): Rows =>
  rowsOnDemand(model.steps + 1, (step) => [
    step,
    model.mean.batch[step - 1] ?? null,
    model.mean.moving[step] ?? null,
    model.variance.batch[step - 1] ?? null,
    model.variance.moving[step] ?? null,
    model.gamma[step] ?? null,
    model.beta[step] ?? null,
    model.losses.fetched[step - 1] ?? null,
    model.outputs.training[step] ?? null,
    model.outputs.inference[step] ?? null,
  ]);

const batchColumns = ["example", "input", "training output", "inference output"] as const;

const batchRows = ({ batch }: FigureModel): readonly (string | number | null)[][] =>
  batch.input.map((input, i) => [
    i,
    input,
    batch.training[i] ?? null,
    batch.inference[i] ?? null,
    ...(batch.labels === null ? [] : [batch.labels[i] ?? null]),
  ]);

const operationColumns = [
  "operation",
  "type",
  "takes in",
  "needs first",
  "reads",
  "writes",
  "runs",
] as const;

const operationRows = ({ graph }: FigureModel): readonly (string | null)[][] => {
  const { operations, variables, ran } = graph;
  const listed = (
    places: readonly number[],
    list: readonly { readonly name: string }[],
  ): string | null =>
    places.length === 0 ? null : places.map((at) => list[at]?.name ?? "").join(", ");
  return operations.map((operation, i) => [
    operation.name,
    operation.type,
    listed(operation.inputs, operations),
    listed(operation.controlInputs, operations),
    listed(operation.reads, variables),
    listed(operation.writes, variables),
    ran[i] === true ? "yes" : "no",
  ]);
};

/** The figure's numbers, and its graph as a list. */
export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption={`Statistics of ${model.channelName} at every step`}
            columns={stepColumns}
            rows={stepRows(model)}
            highlightedRow={model.step}
            fileName={`update-ops-${model.channelName}`}
          />
          <DataTable
            caption={`Outputs of step ${model.step} in both modes`}
            columns={model.batch.labels === null ? batchColumns : [...batchColumns, "label"]}
            rows={batchRows(model)}
            fileName={`update-ops-${model.channelName}-step-${model.step}`}
          />
          <DataTable
            caption={`Operations of the graph, and which of them step ${model.step} runs`}
            columns={operationColumns}
            rows={operationRows(model)}
            fileName="update-ops-graph"
          />
        </>
      )}
    />
  );
}
