"use client";

import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import { RunMessages } from "@/components/state/run-messages";
import { useExperiment } from "@/components/state/use-experiment";
import { useRun } from "@/components/state/use-run";
import type { ExperimentArgName } from "@/engine/spec/experiment";
import { figureModel } from "./model";
import { posterModel } from "./poster";
import { Workbench } from "./workbench";
import type { Surface } from "./workbench";

export interface ViewProps {
  readonly surface: Surface;
  readonly controls: readonly ExperimentArgName[];
}

/** A channel can only be judged once the data is there. */
const beyondData = (channel: number, count: number): readonly string[] =>
  channel < count
    ? []
    : [
        `channel must be an integer from 0 to ${count - 1} for this data. Received: channel=${channel}. Using ${count - 1} instead.`,
      ];

/** The live figure: its experiment from the URL, its numbers from the worker. */
export function View({ surface, controls }: ViewProps): ReactNode {
  const { experiment, warnings, change, reset } = useExperiment();
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
