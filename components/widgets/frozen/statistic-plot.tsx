"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { Dots, Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import type { FigureModel } from "./figure-model";
import { freezeRule } from "./freeze-rule";

export interface PlotOfRunProps {
  readonly model: FigureModel;
  readonly onScrub?: ((step: number, isContinued: boolean) => void) | undefined;
}

/** One statistic over the run: batches as dots, the moving statistic as a line that stops or goes on. */
export function StatisticPlot({
  which,
  model,
  onScrub,
}: PlotOfRunProps & { readonly which: "mean" | "variance" }): ReactNode {
  const { frozenFrom, steps, step, channelName } = model;
  const { batch, population, moving } = model[which];
  const anchors = which === "variance" ? [0] : [];
  const initial = moving.subarray(0, 1);
  const domain = roundedDomain(finiteExtent(batch, population, initial, anchors));
  const y = useLinearAxis({ name: which, domain, direction: "up" }, 4);
  const [now, left] = [batch[step - 1] ?? NaN, moving[step] ?? NaN];
  return (
    <StepPlot
      label={`${which} of ${channelName} over ${steps} steps. At step ${step}: batch ${formatNumber(now)}, moving ${formatNumber(left)}.`}
      title={
        <>
          <strong>{which}</strong> of the inputs
        </>
      }
      steps={steps}
      step={step}
      y={y}
      size="large"
      isLast
      highlights={[
        { of: "batch", value: now },
        { of: "moving", value: left },
      ]}
      marks={(at) => (
        <>
          {freezeRule(at, frozenFrom)}
          <Line of="population" d={linePath(at(population, 1))} />
          <Dots of="batch" d={dotsPath(at(batch, 1))} />
          <Line of="moving" d={linePath(at(moving, 0))} />
        </>
      )}
      onScrub={onScrub}
    />
  );
}
