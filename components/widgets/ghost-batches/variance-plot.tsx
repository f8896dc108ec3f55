"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { Legend } from "@/components/charts/plot/legend";
import type { LegendEntry } from "@/components/charts/plot/legend";
import { DottedLine, Dots, Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import type { FigureModel } from "./figure-model";

export interface VariancePlotProps {
  readonly model: FigureModel;
  readonly onScrub?: ((step: number, isContinued: boolean) => void) | undefined;
}

const legend: readonly LegendEntry[] = [
  { of: "batch", mark: "dots", text: "average of the ghost batches" },
  { of: "moving", mark: "line", text: "moving" },
  { of: "moving", mark: "dotted", text: "expected: σ²(1 − 1/g)" },
  { of: "population", mark: "dashed", text: "population σ²" },
];

/** The variance that training mode keeps, against the population's and what is expected of ghost batches. */
export function VariancePlot({ model, onScrub }: VariancePlotProps): ReactNode {
  const { variance, chosen, channelName, steps, step } = model;
  const initial = variance.moving.subarray(0, 1);
  const extent = finiteExtent(variance.batch, variance.population, initial, [0]);
  const domain = roundedDomain(extent);
  const y = useLinearAxis({ name: "variance", domain, direction: "up" }, 4);
  const expected = Number.isFinite(chosen.expected)
    ? `, expected ${formatNumber(chosen.expected)}`
    : "";
  return (
    <>
      <Legend entries={legend} />
      <StepPlot
        label={`variance of ${channelName} over ${steps} steps. At step ${step}: average of the ghost batches ${formatNumber(chosen.batch)}, moving ${formatNumber(chosen.moving)}${expected}, population ${formatNumber(chosen.population)}.`}
        title={<strong>variance</strong>}
        steps={steps}
        step={step}
        y={y}
        size="large"
        isLast
        highlights={[
          { of: "batch", value: chosen.batch },
          { of: "moving", value: chosen.moving },
        ]}
        marks={(at) => (
          <>
            <Line of="population" d={linePath(at(variance.population, 1))} />
            <Dots of="batch" d={dotsPath(at(variance.batch, 1))} />
            <Line of="moving" d={linePath(at(variance.moving, 0))} />
            <DottedLine of="moving" d={linePath(at(variance.expected, 1))} />
          </>
        )}
        onScrub={onScrub}
      />
    </>
  );
}
