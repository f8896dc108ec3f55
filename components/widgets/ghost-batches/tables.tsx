"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { rowsOnDemand } from "@/components/charts/table/rows";
import type { Rows } from "@/components/charts/table/rows";
import { Numbers } from "@/components/workbench/numbers";
import type { FigureModel } from "./figure-model";

const exampleColumns = [
  "example",
  "ghost batch",
  "contiguous ghost batch",
  "input",
  "training output",
  "inference output",
] as const;

const exampleRows = ({ examples }: FigureModel): Rows =>
  examples.map(({ ghost, contiguousGhost, input, training, inference }, n) => [
    n,
    ghost,
    contiguousGhost,
    input,
    training,
    inference,
  ]);

const ghostColumns = [
  "ghost batch",
  "examples",
  "mean",
  "variance",
  "contiguous mean",
  "contiguous variance",
] as const;

const ghostRows = ({ ghosts, contiguous }: FigureModel): Rows =>
  ghosts.map(({ examples, mean, variance }, index) => [
    index,
    examples.join(" "),
    mean,
    variance,
    contiguous?.[index]?.mean ?? null,
    contiguous?.[index]?.variance ?? null,
  ]);

const statisticColumns = [
  "step",
  "average variance of the ghost batches",
  "moving variance",
  "population variance",
  "expected variance",
  "moving / population",
] as const;

/** Row t holds step t; row 0 is the start, before any batch. */
const statisticRows = ({ variance, steps }: FigureModel): Rows =>
  rowsOnDemand(steps + 1, (step) => {
    const moving = variance.moving[step] ?? NaN;
    const population = variance.population[step - 1] ?? null;
    return [
      step,
      variance.batch[step - 1] ?? null,
      moving,
      population,
      variance.expected[step - 1] ?? null,
      population === null ? null : moving / population,
    ];
  });

/** The figure's numbers. */
export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  const name = `ghost-batches-${model.channelName}`;
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption={`Examples of step ${model.step}`}
            columns={exampleColumns}
            rows={exampleRows(model)}
            fileName={`${name}-examples-${model.step}`}
          />
          <DataTable
            caption={`Ghost batches of step ${model.step}`}
            columns={ghostColumns}
            rows={ghostRows(model)}
            fileName={`${name}-groups-${model.step}`}
          />
          <DataTable
            caption={`Variance of ${model.channelName} at every step`}
            columns={statisticColumns}
            rows={statisticRows(model)}
            highlightedRow={model.step}
            fileName={name}
          />
        </>
      )}
    />
  );
}
