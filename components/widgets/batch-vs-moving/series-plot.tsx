"use client";

import { memo, useMemo } from "react";
import type { PointerEvent, ReactNode } from "react";
import { linearAxis } from "@/components/charts/plot/axis";
import type { Axis } from "@/components/charts/plot/axis";
import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { Dots, Highlight, Line, VerticalRule } from "@/components/charts/plot/marks";
import { Plot } from "@/components/charts/plot/plot";
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
function domainOf(series: StatisticSeries, which: "mean" | "variance"): readonly [number, number] {
  const initial = series.moving.subarray(0, 1);
  const anchors = which === "variance" ? [0] : [];
  return roundedDomain(finiteExtent(series.batch, series.population, initial, anchors));
}

/** Everything that stays while the chosen step moves. */
const Backdrop = memo(function Backdrop({
  series,
  x,
  y,
}: {
  readonly series: StatisticSeries;
  readonly x: Axis;
  readonly y: Axis;
}): ReactNode {
  const at = (values: Float64Array, firstStep: number): Parameters<typeof linePath>[0] => ({
    count: values.length,
    x: (i) => x.place(i + firstStep),
    y: (i) => y.place(values[i] ?? NaN),
  });
  return (
    <>
      <Line of="population" d={linePath(at(series.population, 1))} />
      <Dots of="batch" d={dotsPath(at(series.batch, 1))} />
      <Line of="moving" d={linePath(at(series.moving, 0))} />
    </>
  );
});

/** One statistic of one channel over the run: batches as dots, the moving statistic as a line. */
export function SeriesPlot(props: SeriesPlotProps): ReactNode {
  const { which, series, steps, step, channelName, onScrub } = props;
  const x = useMemo(() => linearAxis([0, steps], "right", 6), [steps]);
  const y = useMemo(() => linearAxis(domainOf(series, which), "up", 4), [series, which]);
  const { batch, after, population } = series.chosen;
  const point = (value: number): string =>
    dotsPath({ count: 1, x: () => x.place(step), y: () => y.place(value) });

  const scrub = (event: PointerEvent<SVGSVGElement>, isContinued: boolean): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const pointed = Math.round(((event.clientX - left) / width) * steps);
    onScrub?.(Math.min(Math.max(pointed, 1), steps), isContinued);
  };

  return (
    <Plot
      label={`${which} of ${channelName} over ${steps} steps. At step ${step}: batch ${formatNumber(batch)}, moving ${formatNumber(after)}, population ${formatNumber(population)}.`}
      title={<strong>{which}</strong>}
      x={x}
      y={y}
      size="large"
      {...(which === "variance" ? { xTitle: "training step" } : { hidesTicks: true })}
      {...(onScrub !== undefined && {
        onPointerDown: (event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          scrub(event, false);
        },
        onPointerMove: (event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event, true);
        },
      })}
    >
      <Backdrop series={series} x={x} y={y} />
      <VerticalRule x={x.place(step)} />
      <Highlight of="batch" d={point(batch)} />
      <Highlight of="moving" d={point(after)} />
    </Plot>
  );
}
