"use client";

import type { ReactNode } from "react";
import { DataTable } from "@/components/charts/table/data-table";
import { rowsOnDemand } from "@/components/charts/table/rows";
import type { Rows } from "@/components/charts/table/rows";
import { Numbers } from "@/components/workbench/numbers";
import type { FigureModel } from "./figure-model";

const pathRows = ({ path }: FigureModel): Rows =>
  path.map(({ askedBy, question, values, isYes, state, leadsTo }, i) => [
    i + 1,
    askedBy,
    question,
    values,
    isYes ? "yes" : "no",
    state === "unasked" ? "no" : "yes",
    leadsTo,
  ]);

const varianceRows = ({ variance, steps, choice }: FigureModel, channel: number): Rows => {
  const { variances } = choice;
  if (variance === null || variances === null) return [];
  const width = variances.biased.length;
  return rowsOnDemand(steps + 1, (step) => [
    step,
    variance.unfused[step] ?? null,
    variance.fused[step] ?? null,
    variances.own?.[step * width + channel] ?? null,
  ]);
};

const channelRows = ({ choice, channelNames, steps }: FigureModel): Rows => {
  const { variances } = choice;
  if (variances === null) return [];
  const { biased, besselFactor, unfused, fused, own, elements } = variances;
  const last = steps * biased.length;
  return Array.from(biased, (v, channel) => [
    channelNames[channel] ?? "",
    elements,
    v,
    v * besselFactor,
    unfused[last + channel] ?? null,
    fused[last + channel] ?? null,
    own?.[last + channel] ?? null,
  ]);
};

/** The path, both moving variances and the cases, with all digits. */
export function Tables({ model }: { readonly model: FigureModel }): ReactNode {
  const { channelName, channelNames, choice } = model;
  const name = choice.shape.join("x");
  const channel = channelNames.indexOf(channelName);
  return (
    <Numbers
      tables={() => (
        <>
          <DataTable
            caption="The questions of the layer"
            columns={["", "asked by", "question", "values", "answer", "asked", "leads to"]}
            rows={pathRows(model)}
            fileName={`fused-${name}-path`}
          />
          <DataTable
            caption={`Moving variance of ${channelName} at every step`}
            columns={["step", "not fused", "fused", "this layer"]}
            rows={varianceRows(model, channel)}
            highlightedRow={model.step}
            fileName={`fused-${name}-channel-${channel}`}
          />
          <DataTable
            caption={`Variances of all channels after ${model.steps} steps`}
            columns={["channel", "m", "v", "v · m/(m − 1)", "not fused", "fused", "this layer"]}
            rows={channelRows(model)}
            highlightedRow={channel}
            fileName={`fused-${name}-channels`}
          />
          <DataTable
            caption={`Answers of ${model.experiment.profile} to fused=true`}
            columns={["case", "answer", "message"]}
            rows={model.cases.map(({ call, answer, refusal }) => [
              call,
              answer,
              refusal?.message ?? null,
            ])}
            fileName={`fused-${model.experiment.profile}-cases`}
          />
        </>
      )}
    />
  );
}
