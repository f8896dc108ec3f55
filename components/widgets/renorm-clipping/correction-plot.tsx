"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import type { Axis } from "@/components/charts/plot/axis";
import { Squares, Dots, Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import type { CorrectionSeries } from "./figure-model";

export interface CorrectionPlotProps {
  readonly part: "r" | "d";
  readonly channelName: string;
  readonly series: CorrectionSeries;
  readonly steps: number;
  readonly step: number;
  readonly onScrub?: (step: number, isContinued: boolean) => void;
}

/** What lies beyond an axis stands at its edge, where it can still be seen to be there. */
const heldWithin = (values: Float64Array, { domain: [low, high] }: Axis): Float64Array =>
  values.map((value) => Math.min(Math.max(value, low), high));

/** Values where a bound stopped the correction, and nothing elsewhere. */
const stoppedOf = ({ applied, unclipped }: CorrectionSeries): Float64Array =>
  applied.map((value, i) => (value === unclipped[i] ? NaN : value));

/** r or d over the steps, with its bounds. */
export function CorrectionPlot(props: CorrectionPlotProps): ReactNode {
  const { part, series, steps, step, channelName } = props;
  const y = useLinearAxis({ name: part, domain: series.domain, direction: "up" }, 4);
  const applied = series.applied[step - 1] ?? NaN;
  return (
    <StepPlot
      label={`${part} of ${channelName} over ${steps} steps. At step ${step}: applied ${formatNumber(applied)}, before clipping ${formatNumber(series.unclipped[step - 1] ?? NaN)}, bounds ${formatNumber(series.lower[step - 1] ?? NaN)} to ${formatNumber(series.upper[step - 1] ?? NaN)}.`}
      title={
        <>
          <strong>{part}</strong>, {part === "r" ? "the ratio of deviations" : "the shift of means"}
        </>
      }
      steps={steps}
      step={step}
      y={y}
      size="large"
      isLast={part === "d"}
      highlights={[{ of: "renorm", value: applied }]}
      marks={(at) => (
        <>
          <Line of="population" d={linePath(at(beyondIsNothing(series.lower, y), 1))} />
          <Line of="population" d={linePath(at(beyondIsNothing(series.upper, y), 1))} />
          <Dots of="population" d={dotsPath(at(heldWithin(series.unclipped, y), 1))} />
          <Line of="renorm" d={linePath(at(series.applied, 1))} />
          <Squares of="batch" places={at(stoppedOf(series), 1)} />
        </>
      )}
      onScrub={props.onScrub}
    />
  );
}

const beyondIsNothing = (values: Float64Array, { domain: [low, high] }: Axis): Float64Array =>
  values.map((value) => (value < low || value > high ? NaN : value));
