"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { Numbers } from "@/components/workbench/numbers";
import type { Comparison } from "./comparison";

const seriesColumns = [
  "step",
  "first moving mean",
  "second moving mean",
  "difference of means",
  "first moving variance",
  "second moving variance",
  "difference of variances",
] as const;

/** Both runs in numbers, and what they have apart. */
export const ComparisonTables = ({
  comparison,
}: {
  readonly comparison: Comparison;
}): ReactNode => (
  <Numbers
    title="The numbers of the comparison"
    tables={() => (
      <>
        <DataTable
          caption={`Both configurations at step ${comparison.step}`}
          columns={["quantity", "first", "second", "second − first"]}
          rows={comparison.numbers.map(({ name, first, second }) => [
            name,
            first,
            second,
            second - first,
          ])}
          fileName={`comparison-${comparison.channelName}-step-${comparison.step}`}
        />
        <DataTable
          caption={`Moving statistics of ${comparison.channelName} in both`}
          columns={seriesColumns}
          rows={rowsOf(comparison)}
          highlightedRow={comparison.step}
          fileName={`comparison-${comparison.channelName}`}
        />
      </>
    )}
  />
);

const rowsOf = ({ steps, mean, variance }: Comparison): readonly (number | null)[][] =>
  Array.from({ length: steps + 1 }, (_, step) => [
    step,
    ...[mean, variance].flatMap(({ first, second, difference }) => [
      first[step] ?? null,
      second[step] ?? null,
      difference[step] ?? null,
    ]),
  ]);
