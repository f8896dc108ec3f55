"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { rowsOnDemand } from "@/components/charts/table/rows";
import type { Row, Rows } from "@/components/charts/table/rows";
import { Numbers } from "@/components/workbench/numbers";
import type { FigureModel } from "./figure-model";

const stepColumns = [
  "step",
  "value after it",
  "gradient of the loss",
  "gradient of the penalty",
  "proposed",
  "projected",
  "loss",
  "penalty",
] as const;

/** Row t holds step t; row 0 is the first value, before any step. */
export function stepRows({ value, descent }: FigureModel): Rows {
  if (value === null) return [];
  return rowsOnDemand(value.values.length, (step) => {
    const of = (numbers: Float64Array | null | undefined): number | null =>
      numbers?.[step - 1] ?? null;
    return [
      step,
      value.values[step] ?? NaN,
      of(descent?.lossGradient),
      of(descent?.penaltyGradient),
      of(descent?.proposed),
      step === 0 || descent === null ? null : Number.isNaN(value.rejected[step - 1]) ? "no" : "yes",
      of(descent?.loss),
      of(descent?.penalty),
    ];
  });
}

const binColumns = ["from", "to", "first values"] as const;

/** The bars that are not empty. */
export const binRows = ({ start }: FigureModel): readonly Row[] =>
  (start?.bins ?? [])
    .filter(({ height }) => height > 0)
    .map(({ from, to, height }) => [from, to, height]);

const ownColumns = ["channel", "first value"] as const;

/** The first values of this run, by channel. */
const ownRows = ({ start, channelNames }: FigureModel): Rows =>
  Array.from(start?.own ?? [], (value, i) => [channelNames[i] ?? i, value]);

export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  const { channelName, parameter, symbol, step, start } = model;
  const name = `parameters-${parameter}`;
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption={`${symbol} of ${channelName} at every step`}
            columns={stepColumns}
            rows={stepRows(model)}
            highlightedRow={step}
            fileName={`${name}-${channelName}`}
          />
          <DataTable
            caption={`First values of ${symbol} in this run`}
            columns={ownColumns}
            rows={ownRows(model)}
            fileName={`${name}-first`}
          />
          <DataTable
            caption={`First values of ${symbol}, counted over ${start?.layers ?? 0} seeds`}
            columns={binColumns}
            rows={binRows(model)}
            fileName={`${name}-seeds`}
          />
        </>
      )}
    />
  );
}
