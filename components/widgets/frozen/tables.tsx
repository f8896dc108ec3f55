"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { rowsOnDemand } from "@/components/charts/table/rows";
import type { Row, Rows } from "@/components/charts/table/rows";
import { Numbers } from "@/components/workbench/numbers";
import type { FigureModel } from "./figure-model";

const stepColumns = [
  "step",
  "batch mean",
  "moving mean",
  "batch variance",
  "moving variance",
  "gamma",
  "beta",
  "training output mean",
  "training output deviation",
  "inference output mean",
  "inference output deviation",
] as const;

/** Row t holds step t and what it left; row 0 is the start, before any batch. */
const stepRows = ({ steps, mean, variance, gamma, beta, training, inference }: FigureModel): Rows =>
  rowsOnDemand(steps + 1, (step) => [
    step,
    mean.batch[step - 1] ?? null,
    mean.moving[step] ?? null,
    variance.batch[step - 1] ?? null,
    variance.moving[step] ?? null,
    gamma[step] ?? null,
    beta[step] ?? null,
    training.mean[step - 1] ?? null,
    training.deviation[step - 1] ?? null,
    inference.mean[step - 1] ?? null,
    inference.deviation[step - 1] ?? null,
  ]);

const versionColumns = [
  "version",
  "trainable",
  "training",
  "normalizes with",
  "weight",
  "before",
  "after",
  "moved in some channel",
] as const;

const yesNo = (is: boolean): string => (is ? "yes" : "no");

const versionRows = ({ versions }: FigureModel): Rows =>
  versions.flatMap(({ profile, cases, refusal }): readonly Row[] =>
    cases === null
      ? [[profile, null, null, refusal, null, null, null, null]]
      : cases.flatMap(({ trainable, training, usesBatch, weights }) =>
          weights.map(({ name, before, after, isMoved }) => [
            profile,
            String(trainable),
            String(training),
            usesBatch ? "batch" : "moving",
            name,
            before,
            after,
            yesNo(isMoved),
          ]),
        ),
  );

/** The figure's numbers. */
export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption={`Statistics and outputs of ${model.channelName} at every step`}
            columns={stepColumns}
            rows={stepRows(model)}
            highlightedRow={model.step}
            fileName={`frozen-${model.channelName}`}
          />
          <DataTable
            caption={`One call and one optimizer step in every version, ${model.channelName}`}
            columns={versionColumns}
            rows={versionRows(model)}
            fileName={`frozen-versions-${model.channelName}`}
          />
        </>
      )}
    />
  );
}
