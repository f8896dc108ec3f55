"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { GroupPlot } from "@/components/charts/groups/group-plot";
import type { PlotGroup } from "@/components/charts/groups/group-plot";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import type { FigureModel } from "./figure-model";

const rows = [
  { of: "adjusted", name: "training", words: "with the adjustment" },
  { of: "unadjusted", name: "training, without it", words: "without it" },
  { of: "inference", name: "inference", words: "in inference mode" },
] as const;

/** The chosen example has a mark of its own. */
const markOf = (n: number, example: number): number => (n === example ? 1 : 0);

function rowsOf(model: FigureModel): readonly PlotGroup[] {
  const { batch, example, examples, draws } = model;
  const shown = draws === null ? rows.filter(({ of }) => of !== "unadjusted") : rows;
  return shown.map(({ of, name, words }) => {
    const { mean, deviation } = model[of];
    return {
      name,
      group: null,
      note: `deviation ${formatNumber(deviation, 3)}`,
      label: `Outputs ${words}: mean ${formatNumber(mean)}, standard deviation ${formatNumber(deviation)}.`,
      points: batch.map((each, n) => ({
        value: each[of],
        group: markOf(n, example),
        down: (n + 0.5) / examples,
      })),
      mean,
      deviation,
    };
  });
}

/** The batch's outputs with the adjustment, without it, and in inference mode. */
export function OutputRows({ model }: { readonly model: FigureModel }): ReactNode {
  const { outputDomain } = model;
  const axis = useLinearAxis({ name: "outputs", domain: outputDomain, direction: "right" }, 5);
  return (
    <GroupPlot
      title={`Outputs of step ${model.step}; the square is example ${model.example}`}
      axis={axis}
      xTitle="output y"
      groups={rowsOf(model)}
    />
  );
}
