"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { Numbers } from "@/components/workbench/numbers";
import type { CellNumbers, FigureModel } from "./figure-model";

type Rows = readonly (readonly (number | string | null)[])[];

const cellColumns = [
  "example",
  "ghost batch",
  "input x",
  "mean",
  "variance",
  "normalized x̂",
  "r",
  "d",
  "x̂·r + d",
  "a",
  "b",
  "adjusted",
  "gamma",
  "beta",
  "output y",
] as const;

/** A stage that the call does not have has no numbers. */
const none = [null, null, null];

const cellRow = ({ renorm, adjustment, ...cell }: CellNumbers): Rows[number] => [
  cell.example,
  cell.ghost,
  cell.input,
  cell.mean,
  cell.variance,
  cell.normalized,
  ...(renorm === null ? none : [renorm.r, renorm.d, renorm.corrected]),
  ...(adjustment === null ? none : [adjustment.scale, adjustment.bias, adjustment.adjusted]),
  cell.gamma,
  cell.beta,
  cell.output,
];

const usedColumns = ["ghost batch", "channel", "mean", "variance"] as const;

const usedRows = ({ used, channelNames }: FigureModel): Rows =>
  Array.from(used.mean, (mean, i) => [
    Math.floor(i / channelNames.length),
    channelNames[i % channelNames.length] ?? "",
    mean,
    used.variance[i] ?? NaN,
  ]);

const movingColumns = [
  "channel",
  "moving mean before",
  "moving mean after",
  "moving variance before",
  "moving variance after",
] as const;

/** The figure's numbers. */
export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  const { step, channelName, column, moving, usesBatch } = model;
  const name = `normalize-steps-${step}`;
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption={`${channelName} in step ${step}, from input to output`}
            columns={cellColumns}
            rows={column().map(cellRow)}
            highlightedRow={model.example}
            fileName={`${name}-${channelName}`}
          />
          <DataTable
            caption={`${usesBatch ? "Statistics of the batch" : "Moving statistics"} that step ${step} normalized with`}
            columns={usedColumns}
            rows={usedRows(model)}
            fileName={`${name}-statistics`}
          />
          <DataTable
            caption={`Moving statistics before and after step ${step}`}
            columns={movingColumns}
            rows={moving.map((of) => [
              of.channel,
              of.meanBefore,
              of.meanAfter,
              of.varianceBefore,
              of.varianceAfter,
            ])}
            fileName={`${name}-moving`}
          />
        </>
      )}
    />
  );
}
