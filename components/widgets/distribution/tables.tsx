"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { Numbers } from "@/components/workbench/numbers";
import type { FigureModel } from "./figure-model";

const columns = ["example", "input x", "normalized x̂", "output y"] as const;

export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  const { stages, labels, channelName, step } = model;
  return (
    <Numbers
      tables={() => (
        <DataTable
          caption={`${channelName} in the batch of step ${step}`}
          columns={labels === null ? columns : [...columns, "label"]}
          rows={stages.input.values.map((x, i) => [
            i,
            x,
            stages.normalized.values[i] ?? NaN,
            stages.output.values[i] ?? NaN,
            ...(labels === null ? [] : [labels[i] ?? ""]),
          ])}
          fileName={`distribution-${channelName}-step-${step}`}
        />
      )}
    />
  );
}
