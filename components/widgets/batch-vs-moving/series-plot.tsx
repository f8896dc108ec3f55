"use client";

import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import { linearAxis } from "@/components/charts/plot/axis";
import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { Dots, Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import type { PlacesOf } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { formatNumber } from "@/components/charts/format/number";
import type { StatisticSeries } from "./series";

export interface SeriesPlotProps {
  readonly which: "mean" | "variance";
  readonly channelName: string;
  readonly series: StatisticSeries;
  readonly steps: number;
  readonly step: number;
  readonly onScrub?: (step: number, isContinued: boolean) => void;
}

/**
 * The domain comes from the batches, the population and the initial value. The moving statistic stays between
 * those for every momentum from 0 to 1, so the axis stands still while momentum moves.
 */
function domainOf(
  { batch, population, moving }: Pick<StatisticSeries, "batch" | "population" | "moving">,
  which: "mean" | "variance",
): readonly [number, number] {
  const initial = moving.subarray(0, 1);
  const anchors = which === "variance" ? [0] : [];
  return roundedDomain(finiteExtent(batch, population, initial, anchors));
}

/** One statistic of one channel over the run: batches as dots, the moving statistic as a line. */
export function SeriesPlot(props: SeriesPlotProps): ReactNode {
  const { which, series, steps, step, channelName } = props;
  const { batch, population, moving, chosen } = series;
  const y = useMemo(
    () => linearAxis(domainOf({ batch, population, moving }, which), "up", 4),
    [batch, population, moving, which],
  );
  const marks = useCallback(
    (at: PlacesOf) => (
      <>
        <Line of="population" d={linePath(at(population, 1))} />
        <Dots of="batch" d={dotsPath(at(batch, 1))} />
        <Line of="moving" d={linePath(at(moving, 0))} />
      </>
    ),
    [batch, population, moving],
  );
  return (
    <StepPlot
      label={`${which} of ${channelName} over ${steps} steps. At step ${step}: batch ${formatNumber(chosen.batch)}, moving ${formatNumber(chosen.after)}, population ${formatNumber(chosen.population)}.`}
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
      marks={marks}
      onScrub={props.onScrub}
    />
  );
}
