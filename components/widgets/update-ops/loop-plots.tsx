"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { lineGap } from "@/components/charts/plot/axis";
import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { Dots, Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { useLinearAxis, useSymlogAxis } from "@/components/charts/plot/use-axis";
import type { ExampleOutputs, LoopSeries } from "./figure-model";

interface PlotState {
  readonly channelName: string;
  readonly steps: number;
  readonly step: number;
  readonly onScrub?: ((step: number, isContinued: boolean) => void) | undefined;
}

/** The axis holds the batches and the initial value: it stands still while the switch and momentum move. */
const domainOf = (series: LoopSeries, which: "mean" | "variance"): readonly [number, number] =>
  roundedDomain(
    finiteExtent(series.batch, series.moving.subarray(0, 1), which === "variance" ? [0] : []),
  );

/** A statistic of the batches as dots, the variable that should follow it as a line. */
export function StatisticPlot({
  which,
  series,
  ...state
}: PlotState & {
  readonly which: "mean" | "variance";
  readonly series: LoopSeries;
}): ReactNode {
  const { channelName, steps, step } = state;
  const domain = domainOf(series, which);
  const y = useLinearAxis({ name: which, domain, direction: "up" }, 3);
  const [batch, moving] = [series.batch[step - 1] ?? NaN, series.moving[step] ?? NaN];
  return (
    <StepPlot
      label={`${which} of ${channelName} over ${steps} steps. At step ${step}: batch ${formatNumber(batch)}, moving ${formatNumber(moving)}.`}
      title={<strong>{which}</strong>}
      steps={steps}
      step={step}
      y={y}
      size="small"
      isLast={false}
      highlights={[
        { of: "batch", value: batch },
        { of: "moving", value: moving },
      ]}
      marks={(at) => (
        <>
          <Dots of="batch" d={dotsPath(at(series.batch, 1))} />
          <Line of="moving" d={linePath(at(series.moving, 0))} />
        </>
      )}
      onScrub={state.onScrub}
    />
  );
}

/** What both modes make of the same example after each step; the outputs take the colour of what normalized them. */
export function ExamplePlot({
  outputs,
  ...state
}: PlotState & { readonly outputs: ExampleOutputs }): ReactNode {
  const { channelName, steps, step } = state;
  const y = useSymlogAxis({ name: "output", domain: outputs.domain, direction: "up" }, lineGap);
  const [training, inference] = [outputs.training[step] ?? NaN, outputs.inference[step] ?? NaN];
  return (
    <StepPlot
      label={`Outputs for one example of ${channelName} over ${steps} steps. After step ${step}: training mode ${formatNumber(training)}, inference mode ${formatNumber(inference)}, target ${formatNumber(outputs.target)}.`}
      title={
        <>
          <strong>output</strong> for {channelName} = {formatNumber(outputs.input)}, log beyond ±1
        </>
      }
      steps={steps}
      step={step}
      y={y}
      size="small"
      isLast
      highlights={[
        { of: "batch", value: training },
        { of: "moving", value: inference },
      ]}
      marks={(at) => (
        <>
          <Line
            of="population"
            d={linePath(at(new Float64Array(steps + 1).fill(outputs.target), 0))}
          />
          <Line of="batch" d={linePath(at(outputs.training, 0))} />
          <Line of="moving" d={linePath(at(outputs.inference, 0))} />
        </>
      )}
      onScrub={state.onScrub}
    />
  );
}
