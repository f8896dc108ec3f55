"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { Dots, Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import { reach } from "./draw-axis";
import type { DrawsModel, FigureModel } from "./figure-model";

export interface DrawSeriesProps {
  readonly part: "scale" | "bias";
  readonly draws: DrawsModel;
  readonly model: FigureModel;
  readonly onScrub?: ((step: number, isContinued: boolean) => void) | undefined;
}

const centres = { scale: 1, bias: 0 } as const;

/** What was drawn for the chosen feature or example at every step, between the bounds. */
export function DrawSeries({ part, draws, model, onScrub }: DrawSeriesProps): ReactNode {
  const { steps, step, channelName, example } = model;
  const series = draws[`${part}Series`];
  const spread = draws.spread[part];
  const centre = centres[part];
  const room = reach(spread);
  const y = useLinearAxis(
    { name: `drawn ${part}`, domain: [centre - room, centre + room], direction: "up" },
    3,
  );
  const now = series[step - 1] ?? NaN;
  const whose = draws.per === "feature" ? channelName : `example ${example}`;
  return (
    <StepPlot
      label={`${part} of ${whose} over ${steps} steps. At step ${step}: ${formatNumber(now)}.`}
      title={
        <>
          <strong>{part}</strong> of {whose} at every step
        </>
      }
      steps={steps}
      step={step}
      y={y}
      size="small"
      isLast={part === "bias"}
      highlights={[{ of: "output", value: now }]}
      marks={(at) => (
        <>
          {[centre - spread, centre + spread].map((bound) => (
            <Line
              key={bound}
              of="population"
              d={linePath(
                at(
                  series.map(() => bound),
                  1,
                ),
              )}
            />
          ))}
          <Dots of="output" d={dotsPath(at(series, 1))} />
        </>
      )}
      onScrub={onScrub}
    />
  );
}
