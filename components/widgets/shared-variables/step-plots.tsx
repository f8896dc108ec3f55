"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { lineGap } from "@/components/charts/plot/axis";
import { decadeBound, finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { Dots, DottedLine, Line, Squares } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { useLinearAxis, useSymlogAxis } from "@/components/charts/plot/use-axis";
import type { TrainedModel } from "./figure-model";

interface PlotProps {
  readonly trained: TrainedModel;
  readonly channelName: string;
  readonly steps: number;
  readonly step: number;
  readonly onScrub?: ((step: number, isContinued: boolean) => void) | undefined;
}

const none = new Float64Array();

/** The batches of each call, and the moving mean that it uses: one line where they share it. */
export function MeanPlot({ trained, ...state }: PlotProps): ReactNode {
  const { channelName, steps, step } = state;
  const [x1 = none, x2 = none] = trained.batchMeans;
  const [first = none, second = none] = trained.movingMeans;
  const domain = roundedDomain(finiteExtent(x1, x2, first.subarray(0, 1)));
  const y = useLinearAxis({ name: "mean", domain, direction: "up" }, 3);
  const isShared = first === second;
  const [ofFirst, ofSecond] = [first[step] ?? NaN, second[step] ?? NaN];
  const said = isShared
    ? `both calls use a moving mean of ${formatNumber(ofFirst)}`
    : `the first call uses a moving mean of ${formatNumber(ofFirst)}, the second of ${formatNumber(ofSecond)}`;
  return (
    <StepPlot
      label={`Moving means of ${channelName} over ${steps} steps. After step ${step} ${said}.`}
      title={<strong>moving mean</strong>}
      steps={steps}
      step={step}
      y={y}
      size="small"
      isLast={false}
      highlights={(isShared ? [ofFirst] : [ofFirst, ofSecond]).map((value) => ({
        of: "moving",
        value,
      }))}
      marks={(at) => (
        <>
          <Dots of="batch" d={dotsPath(at(x1, 1))} />
          <Squares of="batch" places={at(x2, 1)} />
          <Line of="moving" d={linePath(at(first, 0))} />
          {!isShared && <DottedLine of="moving" d={linePath(at(second, 0))} />}
        </>
      )}
      onScrub={state.onScrub}
    />
  );
}

/** What the second call makes of its first example after each step, in both modes. */
export function OutputPlot({ trained, ...state }: PlotProps): ReactNode {
  const { channelName, steps, step } = state;
  const { input, trainingOutput, inferenceOutput } = trained;
  const [low, high] = finiteExtent(trainingOutput, inferenceOutput) ?? [0, 0];
  const domain = [-decadeBound(-low), decadeBound(high)] as const;
  const y = useSymlogAxis({ name: "output", domain, direction: "up" }, lineGap);
  const [training, inference] = [trainingOutput[step] ?? NaN, inferenceOutput[step] ?? NaN];
  return (
    <StepPlot
      label={`Outputs of the second call for one example of ${channelName} over ${steps} steps. After step ${step}: training mode ${formatNumber(training)}, inference mode ${formatNumber(inference)}.`}
      title={
        <>
          <strong>output of the second call</strong> for {channelName} = {formatNumber(input)}, log
          beyond ±1
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
          <Line of="batch" d={linePath(at(trainingOutput, 0))} />
          <Line of="moving" d={linePath(at(inferenceOutput, 0))} />
        </>
      )}
      onScrub={state.onScrub}
    />
  );
}
