"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { rowsOnDemand } from "@/components/charts/table/rows";
import type { Rows } from "@/components/charts/table/rows";
import { Numbers } from "@/components/workbench/numbers";
import type { FigureModel } from "./figure-model";

const correctionColumns = [
  "step",
  "r",
  "d",
  "r before clipping",
  "d before clipping",
  "rmin",
  "rmax",
  "dmax",
  "clipped",
] as const;

/** A row for each step. */
export function correctionRows({ correction }: FigureModel): Rows {
  if (correction === null) return [];
  const { r, d, clipped } = correction;
  const stopped = new Set(clipped);
  return rowsOnDemand(r.applied.length, (i) => [
    i + 1,
    r.applied[i] ?? NaN,
    d.applied[i] ?? NaN,
    r.unclipped[i] ?? NaN,
    d.unclipped[i] ?? NaN,
    r.lower[i] ?? NaN,
    r.upper[i] ?? NaN,
    d.upper[i] ?? NaN,
    stopped.has(i + 1) ? "yes" : "no",
  ]);
}

const outputColumns = ["example", "plain", "renorm", "inference"] as const;

export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  const { channelName, step, outputs } = model;
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption={`Correction of ${channelName} at every step`}
            columns={correctionColumns}
            rows={correctionRows(model)}
            highlightedRow={step - 1}
            fileName={`renorm-clipping-${channelName}`}
          />
          <DataTable
            caption={`Outputs of step ${step}, normalized in three ways`}
            columns={outputColumns}
            rows={outputs.renorm.map((y, i) => [
              i,
              outputs.plain[i] ?? NaN,
              y,
              outputs.inference[i] ?? NaN,
            ])}
            fileName={`renorm-clipping-${channelName}-step-${step}`}
          />
        </>
      )}
    />
  );
}
