"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { rowsOnDemand } from "@/components/charts/table/rows";
import type { Rows } from "@/components/charts/table/rows";
import { Numbers } from "@/components/workbench/numbers";
import type { DrawsModel, FigureModel } from "./figure-model";

const exampleColumns = [
  "example",
  "input",
  "normalized",
  "scale",
  "bias",
  "training output",
  "training output without adjustment",
  "inference output",
] as const;

const exampleRows = ({ batch }: FigureModel): Rows =>
  batch.map(({ input, normalized, scale, bias, adjusted, unadjusted, inference }, n) => [
    n,
    input,
    normalized,
    scale,
    bias,
    adjusted,
    unadjusted,
    inference,
  ]);

const drawRows = ({ first, scales, biases }: DrawsModel): Rows =>
  Array.from(scales, (scale, i) => [first + i, scale, biases[i] ?? null]);

const stepRows = ({ scaleSeries, biasSeries }: DrawsModel): Rows =>
  rowsOnDemand(scaleSeries.length, (i) => [i + 1, scaleSeries[i] ?? null, biasSeries[i] ?? null]);

const stepColumns = ["step", "scale", "bias"] as const;

/** The figure's numbers. */
export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  const { draws, step, channelName, example } = model;
  const name = `adjustment-${channelName}`;
  const whose = draws?.per === "example" ? `example ${example}` : channelName;
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption={`Examples of step ${step}, ${channelName}`}
            columns={exampleColumns}
            rows={exampleRows(model)}
            highlightedRow={example}
            fileName={`${name}-examples-${step}`}
          />
          {draws !== null && (
            <>
              <DataTable
                caption={`Draws of step ${step}`}
                columns={[draws.per, "scale", "bias"]}
                rows={drawRows(draws)}
                highlightedRow={draws.followed}
                fileName={`adjustment-draws-${step}`}
              />
              <DataTable
                caption={`Draws of every step for ${whose}`}
                columns={stepColumns}
                rows={stepRows(draws)}
                highlightedRow={step - 1}
                fileName={`${name}-steps`}
              />
            </>
          )}
        </>
      )}
    />
  );
}
