"use client";

import type { ReactNode } from "react";
import { DashedLine, Dots, Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { formatNumber } from "@/components/charts/format/number";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import type { FusedVariance } from "./figure-model";
import type { StatisticSeries } from "./series";
import { domainOf } from "./series-domain";

export interface SeriesPlotProps {
  readonly which: "mean" | "variance";
  readonly channelName: string;
  readonly series: StatisticSeries;
  /** Of the variance: what it would be, had the layer been fused. */
  readonly fused?: FusedVariance | null;
  readonly steps: number;
  readonly step: number;
  readonly onScrub?: (step: number, isContinued: boolean) => void;
}

/** One statistic of one channel over the run: batches as dots, the moving statistic as a line. */
export function SeriesPlot(props: SeriesPlotProps): ReactNode {
  const { which, series, fused = null, steps, step, channelName } = props;
  const { batch, population, moving, chosen } = series;
  const ifFused = fused?.moving;
  const domain = domainOf({ batch, population, moving }, which);
  const y = useLinearAxis({ name: which, domain, direction: "up" }, 4);
  return (
    <StepPlot
      label={`${which} of ${channelName} over ${steps} steps. At step ${step}: batch ${formatNumber(chosen.batch)}, moving ${formatNumber(chosen.after)}, population ${formatNumber(chosen.population)}${fused === null ? "" : `, moving if fused ${formatNumber(fused.after)}`}.`}
      title={<strong>{which}</strong>}
      steps={steps}
      step={step}
      y={y}
      size="large"
      isLast={which === "variance"}
      highlights={[
        { of: "batch", value: chosen.batch },
        { of: "moving", value: chosen.after },
      ]}
      marks={(at) => (
        <>
          <Line of="population" d={linePath(at(population, 1))} />
          <Dots of="batch" d={dotsPath(at(batch, 1))} />
          {ifFused !== undefined && <DashedLine of="moving" d={linePath(at(ifFused, 0))} />}
          <Line of="moving" d={linePath(at(moving, 0))} />
        </>
      )}
      onScrub={props.onScrub}
    />
  );
}
