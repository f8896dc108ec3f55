"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { Numbers } from "@/components/workbench/numbers";
import type { FigureModel, InTraining } from "./figure-model";

type Rows = readonly (readonly (number | string | null)[])[];

const companyColumns = [
  "company",
  "rows",
  "of them padding",
  "mask",
  "ghost batches",
  "mean",
  "variance",
  "r",
  "d",
  "training output",
  "inference output",
  "refused with",
] as const;

/** What the layer refused has no numbers. */
const trainingCells = (training: InTraining | null): readonly (number | null)[] => {
  if (training === null) return Array<null>(6).fill(null);
  const { ghostBatches, mean, variance, renorm, output } = training;
  return [ghostBatches, mean, variance, renorm?.r ?? null, renorm?.d ?? null, output];
};

const companyRows = ({ companies }: FigureModel): Rows =>
  companies.map(({ name, members, padding, isMasked, training, inference, refusal }) => [
    name,
    members.length,
    padding,
    isMasked ? "yes" : "no",
    ...trainingCells(training),
    inference,
    refusal,
  ]);

const memberColumns = ["company", "row", "place in the batch", "is", "counts", "input"] as const;

const memberRows = ({ companies }: FigureModel): Rows =>
  companies.flatMap(({ name, members }) =>
    members.map(({ role, place, counts, input }, row) => [
      name,
      row,
      place,
      role,
      counts ? "yes" : "no",
      input,
    ]),
  );

/** The figure's numbers. */
export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  const { channelName, example, step } = model;
  const name = `train-vs-inference-${channelName}-${step}-${example}`;
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption={`Example ${example} of step ${step} in every company: ${channelName}`}
            columns={companyColumns}
            rows={companyRows(model)}
            fileName={name}
          />
          <DataTable
            caption={`Rows of every company: ${channelName}`}
            columns={memberColumns}
            rows={memberRows(model)}
            fileName={`${name}-rows`}
          />
        </>
      )}
    />
  );
}
