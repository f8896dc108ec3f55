"use client";

import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { linearAxis } from "@/components/charts/plot/axis";
import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import type { PlacesOf } from "@/components/charts/plot/step-plot";
import { linePath } from "@/components/charts/shapes/paths";
import panel from "@/components/workbench/panel.module.css";
import type { ComparedSeries, Comparison } from "./comparison";

export interface DifferenceProps {
  readonly comparison: Comparison;
  readonly onScrub?: ((step: number, isContinued: boolean) => void) | undefined;
}

/** How far the second's moving statistics are from the first's, over the steps. */
export function Difference({ comparison, onScrub }: DifferenceProps): ReactNode {
  const { mean, variance, channelName } = comparison;
  return (
    <div>
      <h2 className={panel["panel-title"]} data-export>
        Difference in <code>{channelName}</code>
      </h2>
      <p className={panel["panel-note"]} data-export>
        The second’s moving statistic less the first’s.
      </p>
      <DifferencePlot which="mean" series={mean} comparison={comparison} onScrub={onScrub} />
      <DifferencePlot
        which="variance"
        series={variance}
        comparison={comparison}
        onScrub={onScrub}
      />
    </div>
  );
}

function DifferencePlot({
  which,
  series: { difference },
  comparison: { steps, step, channelName },
  onScrub,
}: DifferenceProps & {
  readonly which: "mean" | "variance";
  readonly series: ComparedSeries;
}): ReactNode {
  const y = useMemo(
    () => linearAxis(roundedDomain(finiteExtent(difference, [0])), "up", 3),
    [difference],
  );
  const zero = useMemo(() => new Float64Array(steps + 1), [steps]);
  const marks = useCallback(
    (at: PlacesOf) => (
      <>
        <Line of="population" d={linePath(at(zero, 0))} />
        <Line of="moving" d={linePath(at(difference, 0))} />
      </>
    ),
    [difference, zero],
  );
  const value = difference[step] ?? NaN;
  return (
    <StepPlot
      label={`Difference of the moving ${which} of ${channelName} over ${steps} steps, second less first. After step ${step}: ${formatNumber(value)}.`}
      title={<strong>moving {which}</strong>}
      steps={steps}
      step={step}
      y={y}
      size="small"
      isLast={which === "variance"}
      highlights={[{ of: "moving", value }]}
      marks={marks}
      onScrub={onScrub}
    />
  );
}
