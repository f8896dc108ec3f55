"use client";

import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import { beyondData } from "@/components/state/beyond-data";
import { RunMessages } from "@/components/state/run-messages";
import { useExperiment } from "@/components/state/use-experiment";
import { useSharedVariables } from "@/components/state/use-shared-variables";
import type { ViewProps } from "@/components/workbench/workbench";
import { channelModel, figureModel } from "./model";
import { posterModel } from "./poster";
import { asProgrammed, sharedVariables } from "./widget";
import { Workbench } from "./workbench";

/** The live figure: its experiment from the URL, its numbers from the worker. */
export function View(props: ViewProps): ReactNode {
  const { experiment: given, warnings, change, reset, history } = useExperiment(sharedVariables);
  const experiment = useMemo(() => asProgrammed(given), [given]);
  const calculation = useSharedVariables(experiment);
  const { finished } = calculation;
  const { channel, step } = experiment;
  // What the step does not decide is made once for all steps, so that playing draws only what moves.
  const shown = useMemo(
    () => finished && channelModel({ ...finished.experiment, channel }, finished.result),
    [finished, channel],
  );
  const model = useMemo(
    () => (shown === null ? posterModel : figureModel(shown, step)),
    [shown, step],
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
      running={calculation.running}
      messages={<RunMessages warnings={[...warnings, ...channelWarnings]} run={calculation} />}
      onChange={change}
      onReset={reset}
      history={history}
      onStep={handleStep}
    />
  );
}
