"use client";

import type { ReactNode } from "react";
import { indexOf } from "@/components/charts/tensor/layout";
import { DataTable } from "@/components/charts/table/data-table";
import { Numbers } from "@/components/workbench/numbers";
import type { SharedStatistics } from "@/engine/types/grouping";
import { shapeText } from "./axes";
import type { FigureModel } from "./figure-model";
import { groupName } from "./groups";

type Rows = readonly (readonly (number | string | null)[])[];

const elementRows = ({ grouping: { shape, values, shared } }: FigureModel): Rows =>
  Array.from(values, (value, element) => [
    shapeText(indexOf(element, shape)),
    shared === null ? null : groupName(shared, shared.statisticOf[element] ?? 0),
    value,
    shared?.normalized[element] ?? null,
    shared?.outputs[element] ?? null,
  ]);

const statisticRows = (shared: SharedStatistics): Rows =>
  Array.from(shared.mean, (mean, statistic) => [
    groupName(shared, statistic),
    mean,
    shared.variance[statistic] ?? null,
    shared.samplesPerStatistic,
  ]);

/** Every element and every statistic, with all digits. */
export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  const { unit, grouping } = model;
  const name = grouping.shape.join("x");
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption={`Means and variances by ${unit}`}
            columns={[unit, "mean", "variance", "m"]}
            rows={grouping.shared === null ? [] : statisticRows(grouping.shared)}
            fileName={`axis-${name}-statistics`}
          />
          <DataTable
            caption={`Elements of the inputs of shape ${shapeText(grouping.shape)}`}
            columns={["index", unit, "x", "x̂", "y"]}
            rows={elementRows(model)}
            {...(model.selected !== null && { highlightedRow: model.selected })}
            fileName={`axis-${name}-elements`}
          />
        </>
      )}
    />
  );
}
