"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { Dots, Line, Squares } from "@/components/charts/plot/marks";
import type { Quantity } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import type { FigureModel, ValueModel } from "./figure-model";
import { useValueAxis } from "./use-value-axis";

export interface StepsPlotProps {
  readonly model: FigureModel;
  readonly onScrub?: ((step: number, isContinued: boolean) => void) | undefined;
}

const spoken = ({ symbol, channelName, steps, step, chosen }: FigureModel): string => {
  const values = `${symbol} of ${channelName} over ${steps} steps. Step ${step} takes it from ${formatNumber(chosen?.before ?? NaN)} to ${formatNumber(chosen?.after ?? NaN)}`;
  const update = chosen?.update;
  return update?.isProjected === true
    ? `${values}, projected from ${formatNumber(update.proposed)}.`
    : `${values}.`;
};

/** The value after every step; where the constraint changed it, also what had been proposed. */
export function ValuePlot({
  model,
  value,
  of,
  onScrub,
}: StepsPlotProps & { readonly value: ValueModel; readonly of: Quantity }): ReactNode {
  const { steps, step, chosen } = model;
  const y = useValueAxis("value", value.domain);
  const update = chosen?.update;
  return (
    <StepPlot
      label={spoken(model)}
      title={
        <>
          <strong>value</strong>
          {y.scale}
        </>
      }
      steps={steps}
      step={step}
      y={y}
      size="large"
      isLast
      highlights={[
        ...(update?.isProjected === true
          ? [{ of: "population" as const, value: update.proposed }]
          : []),
        { of, value: chosen?.after ?? NaN },
      ]}
      marks={(at) => (
        <>
          <Dots of="population" d={dotsPath(at(value.rejected, 1))} />
          <Line of={of} d={linePath(at(value.values, 0))} />
          <Squares of={of} places={at(value.projected, 1)} />
        </>
      )}
      onScrub={onScrub}
    />
  );
}
