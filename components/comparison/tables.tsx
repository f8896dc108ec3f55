"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { rowsOnDemand } from "@/components/charts/table/rows";
import type { Rows } from "@/components/charts/table/rows";
import { Numbers } from "@/components/workbench/numbers";
import type { ComparedCourse, ComparedValue, Comparison } from "./comparison";

const apart = ({ first, second }: ComparedValue): number | null =>
  typeof first === "number" && typeof second === "number" ? second - first : null;

const courseColumns = ({ series }: ComparedCourse): readonly string[] => [
  "step",
  ...series.flatMap(({ name }) => [`first ${name}`, `second ${name}`, `difference of ${name}`]),
];

const courseRows = ({ steps, series }: ComparedCourse): Rows =>
  rowsOnDemand(steps + 1, (step) => [
    step,
    ...series.flatMap(({ first, second, difference }) =>
      [first, second, difference].map((values) => values[step] ?? null),
    ),
  ]);

/** Both results in numbers, and what they have apart. */
export const ComparisonTables = ({
  comparison,
}: {
  readonly comparison: Comparison;
}): ReactNode => {
  const { subject, at, course, values } = comparison;
  return (
    <Numbers
      title="The numbers of the comparison"
      tables={() => (
        <>
          <DataTable
            caption={`Both configurations at ${at}`}
            columns={["quantity", "first", "second", "second − first"]}
            rows={values.map((value) => [value.name, value.first, value.second, apart(value)])}
            fileName={`comparison-${at}`.replaceAll(/\W+/g, "-")}
          />
          {course !== null && (
            <DataTable
              caption={`${subject} in both at every step`}
              columns={courseColumns(course)}
              rows={courseRows(course)}
              highlightedRow={course.step}
              fileName={`comparison-${subject}`}
            />
          )}
        </>
      )}
    />
  );
};
