"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { rowsOnDemand } from "@/components/charts/table/rows";
import type { Rows } from "@/components/charts/table/rows";
import { Numbers } from "@/components/workbench/numbers";
import type { FigureModel, TrainedModel } from "./figure-model";
import { ordinals } from "./words";

const variableColumns = [
  "variable",
  "made by",
  "used by",
  "trainable",
  "optimizer moves it",
  "updates in a step",
  "initial value",
  "value",
] as const;

const variableRows = ({ variables, step, trained }: FigureModel): Rows =>
  variables.map((variable) => [
    variable.name,
    `${ordinals[variable.madeBy]} call`,
    variable.usedBy.length > 1 ? "both calls" : `${ordinals[variable.usedBy[0] ?? 0]} call`,
    variable.isTrainable ? "yes" : "no",
    trained === null ? null : variable.isTrained ? "yes" : "no",
    trained === null ? null : variable.updatesPerStep,
    variable.values?.[0] ?? null,
    variable.values?.[step] ?? null,
  ]);

const stepColumns = [
  "step",
  "loss of the first call",
  "batch mean of x1",
  "batch mean of x2",
  "moving mean, first call",
  "moving mean, second call",
  "first output, training",
  "first output, inference",
  "second output, training",
  "second output, inference",
] as const;

/** Row t holds step t and what it left; row 0 is the start, before any batch. */
const stepRows = (trained: TrainedModel, steps: number): Rows =>
  rowsOnDemand(steps + 1, (step) => [
    step,
    trained.loss[step - 1] ?? null,
    ...trained.batchMeans.map((means) => means[step - 1] ?? null),
    ...trained.movingMeans.map((means) => means[step] ?? null),
    trained.firstTrainingOutput[step] ?? null,
    trained.firstInferenceOutput[step] ?? null,
    trained.trainingOutput[step] ?? null,
    trained.inferenceOutput[step] ?? null,
  ]);

const operationColumns = ["operation", "type", "added by", "reads", "writes", "runs"] as const;

function operationRows({ graph, calls, ran, variables, trained }: FigureModel): Rows {
  const listed = (places: readonly number[]): string | null =>
    places.length === 0 ? null : places.map((place) => variables[place]?.name ?? "").join(", ");
  return graph.operations.map(({ name, type, reads, writes }, i) => {
    const call = calls.find(({ operations }) => operations.includes(i));
    return [
      name,
      type,
      call === undefined ? "the program" : `${ordinals[call.call]} call`,
      listed(reads),
      listed(writes),
      trained === null ? null : ran[i] === true ? "yes" : "no",
    ];
  });
}

/** Who made and uses what, what became of it, and the graph as a list. */
export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  const { channelName, step, trained } = model;
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption={
              trained === null
                ? "Variables of the graph"
                : `Variables of the graph, with their values in ${channelName} after step ${step}`
            }
            columns={variableColumns}
            rows={variableRows(model)}
            fileName="shared-variables"
          />
          {trained !== null && (
            <DataTable
              caption={`Both calls in ${channelName} at every step`}
              columns={stepColumns}
              rows={stepRows(trained, model.steps)}
              highlightedRow={step}
              fileName={`shared-variables-${channelName}`}
            />
          )}
          <DataTable
            caption="Operations of the graph, and which of them a step runs"
            columns={operationColumns}
            rows={operationRows(model)}
            fileName="shared-variables-graph"
          />
        </>
      )}
    />
  );
}
