"use client";

import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import { beyondData } from "@/components/state/beyond-data";
import { RunMessages } from "@/components/state/run-messages";
import { useExperiment } from "@/components/state/use-experiment";
import { useRun } from "@/components/state/use-run";
import type { ViewProps } from "@/components/workbench/workbench";
import { figureModel } from "./model";
import { posterModel } from "./poster";
import { batchVsMoving } from "./widget";
import { Workbench } from "./workbench";

/** The live figure: its experiment from the URL, its numbers from the worker. */
export function View({ surface, controls }: ViewProps): ReactNode {
  const { experiment, warnings, change, reset } = useExperiment(batchVsMoving.controls);
  const run = useRun(experiment);
  const { finished } = run;
  const { channel } = experiment;
  const model = useMemo(
    () =>
      finished === null
        ? posterModel
        : figureModel(
            { ...finished.experiment, channel },
            finished.result.statistics,
            finished.result.chosen,
          ),
    [finished, channel],
  );
  const channelWarnings =
    run.isPending || finished === null ? [] : beyondData(channel, model.channelNames.length);
  const handleStep = useCallback(
    (step: number, isContinued: boolean) => change({ step }, isContinued),
    [change],
  );
  return (
    <Workbench
      surface={surface}
      controls={controls}
      experiment={experiment}
      model={model}
      isBusy={run.isPending}
      messages={<RunMessages warnings={[...warnings, ...channelWarnings]} run={run} />}
      onChange={change}
      onReset={reset}
      onStep={handleStep}
    />
  );
}
