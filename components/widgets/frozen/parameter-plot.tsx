"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { DottedLine, Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { linePath } from "@/components/charts/shapes/paths";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import { freezeRule } from "./freeze-rule";
import type { PlotOfRunProps } from "./statistic-plot";

/** What the optimizer makes of γ and β. */
export function ParameterPlot({ model, onScrub }: PlotOfRunProps): ReactNode {
  const { gamma, beta, frozenFrom, steps, step } = model;
  const domain = roundedDomain(finiteExtent(gamma, beta, [0, 1]));
  const y = useLinearAxis({ name: "parameters", domain, direction: "up" }, 4);
  const [scale, offset] = [gamma[step] ?? NaN, beta[step] ?? NaN];
  return (
    <StepPlot
      label={`γ and β over ${steps} steps. At step ${step}: γ ${formatNumber(scale)}, β ${formatNumber(offset)}.`}
      title={
        <>
          <strong>γ</strong> (line) and <strong>β</strong> (dotted)
        </>
      }
      steps={steps}
      step={step}
      y={y}
      size="large"
      isLast
      highlights={[{ of: "output", value: scale }]}
      marks={(at) => (
        <>
          {freezeRule(at, frozenFrom)}
          <Line of="output" d={linePath(at(gamma, 0))} />
          <DottedLine of="output" d={linePath(at(beta, 0))} />
        </>
      )}
      onScrub={onScrub}
    />
  );
}
