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

const hasMasked = ({ examples }: FigureModel): boolean => examples.some(({ isMasked }) => isMasked);

/** The columns, and one more where a mask decides who counts. */
const withMasked = (model: FigureModel, columns: readonly string[]): readonly string[] =>
  hasMasked(model) ? [...columns, "masked"] : columns;

const exampleRows = (model: FigureModel): Rows =>
  model.examples.map(({ ghost, contiguousGhost, isMasked, input, training, inference }, n) => [
    n,
    ghost,
    contiguousGhost,
    input,
    training,
    inference,
    ...(hasMasked(model) ? [isMasked ? "yes" : "no"] : []),
  ]);

const ghostColumns = [
  "ghost batch",
  "examples",
  "mean",
  "variance",
  "contiguous mean",
  "contiguous variance",
] as const;

const ghostRows = (model: FigureModel): Rows =>
  model.ghosts.map(({ examples, masked, mean, variance }, index) => [
    index,
    examples.join(" "),
    mean,
    variance,
    model.contiguous?.[index]?.mean ?? null,
    model.contiguous?.[index]?.variance ?? null,
    ...(hasMasked(model) ? [masked.join(" ")] : []),
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
            columns={withMasked(model, exampleColumns)}
            rows={exampleRows(model)}
            fileName={`${name}-examples-${model.step}`}
          />
          <DataTable
            caption={`Ghost batches of step ${model.step}`}
            columns={withMasked(model, ghostColumns)}
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
