"use client";

import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import { drawnPlace, keptNotice } from "@/components/measures/kept-channels";
import { beyondData } from "@/components/state/beyond-data";
import { RunMessages } from "@/components/state/run-messages";
import { useExperiment } from "@/components/state/use-experiment";
import { useTrainingLoop } from "@/components/state/use-training-loop";
import type { ViewProps } from "@/components/workbench/workbench";
import { channelModel, figureModel } from "./model";
import { posterModel } from "./poster";
import { asProgrammed, updateOps } from "./widget";
import { Workbench } from "./workbench";

/** The live figure: its experiment from the URL, its numbers from the worker. */
export function View(props: ViewProps): ReactNode {
  const { experiment: given, warnings, change, reset, history } = useExperiment(updateOps);
  const experiment = useMemo(() => asProgrammed(given), [given]);
  const loop = useTrainingLoop(experiment);
  const { finished } = loop;
  const { channel, step } = experiment;
  // What the step does not decide is made once for all steps, so that playing draws only what moves.
  const shown = useMemo(
    () =>
      finished && {
        loop: finished.result,
        channel: channelModel(
          { ...finished.experiment, channel: drawnPlace(finished, channel) },
          finished.result,
        ),
      },
    [finished, channel],
  );
  const model = useMemo(
    () => (shown === null ? posterModel : figureModel(shown.channel, shown.loop, step)),
    [shown, step],
  );
  const isOld = loop.isPending || finished === null;
  const channelWarnings = isOld ? [] : beyondData(channel, model.channelNames.length);
  const note = isOld ? null : keptNotice(finished.result.statistics);
  const handleStep = useCallback(
    (to: number, isContinued: boolean) => change({ step: to }, isContinued),
    [change],
  );
  return (
    <Workbench
      {...props}
      experiment={experiment}
      model={model}
      isBusy={loop.isPending}
      running={loop.running}
      messages={<RunMessages warnings={[...warnings, ...channelWarnings]} note={note} run={loop} />}
      onChange={change}
      onReset={reset}
      history={history}
      onStep={handleStep}
    />
  );
}
