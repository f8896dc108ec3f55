"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { Legend } from "@/components/charts/plot/legend";
import type { LegendEntry } from "@/components/charts/plot/legend";
import { DashedLine, DottedLine, Dots, Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import type { FigureModel, OwnPath, VarianceModel } from "./figure-model";

export interface VariancePlotProps {
  readonly model: FigureModel;
  readonly variance: VarianceModel;
  readonly onScrub?: ((step: number, isContinued: boolean) => void) | undefined;
}

const legendOf = ({ own }: VarianceModel): readonly LegendEntry[] => {
  const text = (path: OwnPath, name: string): string =>
    path === own ? `${name}: this layer` : name;
  return [
    { of: "moving", mark: "line", text: text("fused", "moving, fused") },
    { of: "moving", mark: "dashes", text: text("unfused", "moving, not fused") },
    ...(own === "other"
      ? [{ of: "moving", mark: "dots", text: "moving: this layer" } as const]
      : []),
    { of: "population", mark: "dashed", text: "v · m/(m − 1), unbiased" },
    { of: "batch", mark: "dotted", text: "v, the batch’s" },
  ];
};

const level = (value: number, steps: number): Float64Array =>
  new Float64Array(steps + 1).fill(value);

/** The two moving variances over the calls, and where each is going. */
export function VariancePlot({ model, variance, onScrub }: VariancePlotProps): ReactNode {
  const { steps, step, channelName } = model;
  const { biased, unbiased, unfused, fused, other, chosen, own } = variance;
  const initial = fused.subarray(0, 1);
  const domain = roundedDomain(finiteExtent(initial, [biased, unbiased], other ?? []));
  const y = useLinearAxis({ name: "variance", domain, direction: "up" }, 4);
  const ownValue = own === null ? null : chosen[own];
  return (
    <>
      <Legend entries={legendOf(variance)} />
      <StepPlot
        label={`Moving variance of ${channelName} over ${steps} steps. At step ${step}: fused ${formatNumber(chosen.fused ?? NaN)}, not fused ${formatNumber(chosen.unfused ?? NaN)}; the batch’s variance is ${formatNumber(biased)}, the unbiased one ${formatNumber(unbiased)}.`}
        title={<strong>moving variance</strong>}
        steps={steps}
        step={step}
        y={y}
        size="large"
        isLast
        highlights={ownValue === null ? [] : [{ of: "moving", value: ownValue }]}
        marks={(at) => (
          <>
            <DottedLine of="batch" d={linePath(at(level(biased, steps), 0))} />
            <Line of="population" d={linePath(at(level(unbiased, steps), 0))} />
            <DashedLine of="moving" d={linePath(at(unfused, 0))} />
            <Line of="moving" d={linePath(at(fused, 0))} />
            {other !== null && <Dots of="moving" d={dotsPath(at(other, 0))} />}
          </>
        )}
        onScrub={onScrub}
      />
    </>
  );
}
