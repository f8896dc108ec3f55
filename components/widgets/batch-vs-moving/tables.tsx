"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { rowsOnDemand } from "@/components/charts/table/rows";
import type { Rows } from "@/components/charts/table/rows";
import { Numbers } from "@/components/workbench/numbers";
import type { FigureModel } from "./figure-model";

const statisticColumns = [
  "step",
  "batch mean",
  "moving mean",
  "population mean",
  "batch variance",
  "moving variance",
  "population variance",
] as const;

const columnsOf = ({ fused }: FigureModel): readonly string[] =>
  fused === null ? statisticColumns : [...statisticColumns, "moving variance, if fused"];

/** Row t holds step t; row 0 is the start, before any batch. */
export const statisticRows = ({ steps, mean, variance, fused }: FigureModel): Rows =>
  rowsOnDemand(steps + 1, (step) => [
    step,
    ...[mean, variance].flatMap(({ batch, moving, population }) => [
      batch[step - 1] ?? null,
      moving[step] ?? null,
      population[step - 1] ?? null,
    ]),
    ...(fused === null ? [] : [fused.moving[step] ?? null]),
  ]);

const outputColumns = ["example", "input", "training output", "inference output"] as const;

/** The figure's numbers. */
export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  const labelled = model.outputs.examples.some((example) => example.label !== null);
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption={`Statistics of ${model.channelName} at every step`}
            columns={columnsOf(model)}
            rows={statisticRows(model)}
            highlightedRow={model.step}
            fileName={`batch-vs-moving-${model.channelName}`}
          />
          <DataTable
            caption={`Outputs of step ${model.step} in both modes`}
            columns={labelled ? [...outputColumns, "label"] : outputColumns}
            rows={model.outputs.examples.map((example, i) => [
              i,
              example.input,
              example.training,
              example.inference,
              ...(labelled ? [example.label ?? ""] : []),
            ])}
            fileName={`batch-vs-moving-${model.channelName}-step-${model.step}`}
          />
        </>
      )}
    />
  );
}
