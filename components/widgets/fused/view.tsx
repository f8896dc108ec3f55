"use client";

import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import { beyondData } from "@/components/state/beyond-data";
import { RunMessages } from "@/components/state/run-messages";
import { useExperiment } from "@/components/state/use-experiment";
import { useFusedChoice } from "@/components/state/use-fused-choice";
import type { ViewProps } from "@/components/workbench/workbench";
import { figureModel } from "./model";
import { posterModel } from "./poster";
import { fused } from "./widget";
import { Workbench } from "./workbench";

/** The live figure: its experiment from the URL, its numbers from the worker. */
export function View(props: ViewProps): ReactNode {
  const { experiment, warnings, change, reset, history } = useExperiment(fused);
  const calculation = useFusedChoice(experiment);
  const { finished } = calculation;
  const { channel, step } = experiment;
  const model = useMemo(
    () =>
      finished === null
        ? posterModel
        : figureModel({ ...finished.experiment, channel, step }, finished.result),
    [finished, channel, step],
  );
  const channelWarnings =
    calculation.isPending || finished === null
      ? []
      : beyondData(channel, model.channelNames.length);
  const handleStep = useCallback(
    (to: number, isContinued: boolean) => change({ step: to }, isContinued),
    [change],
  );
  return (
    <Workbench
      {...props}
      experiment={experiment}
      model={model}
      isBusy={calculation.isPending}
      messages={<RunMessages warnings={[...warnings, ...channelWarnings]} run={calculation} />}
      onChange={change}
      onReset={reset}
      history={history}
      onStep={handleStep}
    />
  );
}
