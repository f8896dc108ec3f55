"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { Dots, DottedLine, Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import type { ChosenStep, DescentModel, FigureModel } from "./figure-model";
import { useValueAxis } from "./use-value-axis";
import type { StepsPlotProps } from "./value-plot";

export interface DescentPlotProps extends StepsPlotProps {
  readonly descent: DescentModel;
  readonly update: NonNullable<ChosenStep["update"]>;
}

const about = ({ symbol, channelName, steps, step }: FigureModel, what: string): string =>
  `${what} ${symbol} of ${channelName} over ${steps} steps. At step ${step}:`;

/** What each step went by: the loss's part, the penalty's, and their sum. */
export function GradientPlot({ model, descent, update, onScrub }: DescentPlotProps): ReactNode {
  const { steps, step } = model;
  const y = useValueAxis("gradient", descent.gradientDomain);
  const penalty =
    update.penaltyGradient === null
      ? ", no penalty"
      : `, of the penalty ${formatNumber(update.penaltyGradient)}, together ${formatNumber(update.gradient)}`;
  return (
    <StepPlot
      label={`${about(model, "Gradients of")} of the loss ${formatNumber(update.lossGradient)}${penalty}.`}
      title={
        <>
          <strong>gradient</strong>
          {y.scale}
        </>
      }
      steps={steps}
      step={step}
      y={y}
      size="large"
      isLast
      highlights={[
        { of: "loss", value: update.lossGradient },
        ...(update.penaltyGradient === null
          ? []
          : [
              { of: "penalty" as const, value: update.penaltyGradient },
              { of: "output" as const, value: update.gradient },
            ]),
      ]}
      marks={(at) => (
        <>
          <Dots of="loss" d={dotsPath(at(descent.lossGradient, 1))} />
          {descent.penaltyGradient !== null && (
            <DottedLine of="penalty" d={linePath(at(descent.penaltyGradient, 1))} />
          )}
          {descent.penaltyGradient !== null && (
            <Line of="output" d={linePath(at(descent.gradient, 1))} />
          )}
        </>
      )}
      onScrub={onScrub}
    />
  );
}

/** What the steps are to make smaller: the loss, and the penalty of the whole parameter. */
export function CostPlot({ model, descent, update, onScrub }: DescentPlotProps): ReactNode {
  const { steps, step } = model;
  const y = useValueAxis("cost", descent.costDomain);
  const penalty =
    update.penalty === null ? "no penalty" : `penalty ${formatNumber(update.penalty)}`;
  return (
    <StepPlot
      label={`${about(model, "Loss, and penalty of")} loss ${formatNumber(update.loss)}, ${penalty}.`}
      title={
        <>
          <strong>loss and penalty</strong>, of all channels{y.scale}
        </>
      }
      steps={steps}
      step={step}
      y={y}
      size="large"
      isLast
      highlights={[
        { of: "loss", value: update.loss },
        ...(update.penalty === null ? [] : [{ of: "penalty" as const, value: update.penalty }]),
      ]}
      marks={(at) => (
        <>
          <Dots of="loss" d={dotsPath(at(descent.loss, 1))} />
          {descent.penalty !== null && (
            <DottedLine of="penalty" d={linePath(at(descent.penalty, 1))} />
          )}
        </>
      )}
      onScrub={onScrub}
    />
  );
}
