"use client";

import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import { channelNamesOf, drawnPlace, keptNotice } from "@/components/measures/kept-channels";
import type { RunData } from "@/components/measures/run-data";
import { beyondData } from "@/components/state/beyond-data";
import { RunMessages } from "@/components/state/run-messages";
import { useExperiment } from "@/components/state/use-experiment";
import { stoppedCode } from "@/components/state/use-calculation";
import type { CalculationState } from "@/components/state/use-calculation";
import type { ViewProps } from "@/components/workbench/workbench";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import { InWorkbench } from "./in-workbench";
import type { RunFigure, RunModel } from "./run-figure";
import { useBeside } from "./use-beside";
import { useDrawn } from "./use-drawn";

/** Why there is no run; a run that was stopped is not refused. */
const refusalIn = ({ failure }: CalculationState<unknown>): CalculationState<unknown>["failure"] =>
  failure?.code === stoppedCode ? null : failure;

const none: readonly ExperimentArgName[] = [];

/**
 * A figure whose experiment is in the URL, and perhaps a second one beside it, and whose numbers come from the worker,
 * by `useData`.
 */
export function liveFigure<Model extends RunModel, Data extends RunData>(
  figure: RunFigure<Model, Data>,
  useData: (experiment: Experiment | null) => CalculationState<Data>,
): (props: ViewProps) => ReactNode {
  const start = startOf(figure.widget);
  const poster = { experiment: { ...start, channel: 0 }, result: figure.poster };
  const compared = { ...figure.widget, comparesTwo: true };
  const draws = figure.draws ?? none;

  return function LiveFigure(props: ViewProps): ReactNode {
    const state = useExperiment(compared);
    const { experiment, change } = state;
    const run = useData(experiment);
    const secondRun = useData(state.second);
    const shown = run.finished ?? poster;
    const isPoster = run.finished === null;
    const drawn = useDrawn(experiment, isPoster ? none : draws);
    const { statistics } = shown.result;
    const place = isPoster ? 0 : drawnPlace(shown, experiment.channel);
    const model = useMemo(
      () => figure.model({ ...shown.experiment, ...drawn, channel: place }, shown.result),
      [shown, drawn, place],
    );
    const isOld = run.isPending || isPoster;
    const runWarnings = isOld
      ? []
      : [
          ...beyondData(experiment.channel, channelNamesOf(statistics).length),
          ...(figure.warnings?.(experiment, model) ?? []),
        ];
    const note = isOld ? null : keptNotice(statistics);
    const handleStep = useCallback(
      (step: number, isContinued: boolean) => change({ step }, isContinued),
      [change],
    );
    const { beside, compare, form } = useBeside({
      figure,
      state,
      run: secondRun,
      drawn,
      controls: props.controls,
    });
    return (
      <InWorkbench
        {...props}
        figure={figure}
        model={model}
        place={place}
        shown={shown}
        refusal={refusalIn(run)}
        experiment={experiment}
        isBusy={run.isPending || secondRun.isPending}
        running={run.running ?? secondRun.running}
        messages={
          <>
            <RunMessages warnings={[...state.warnings, ...runWarnings]} note={note} run={run} />
            <RunMessages of="Second configuration" warnings={[]} run={secondRun} />
          </>
        }
        beside={beside}
        compare={compare}
        form={form}
        onChange={change}
        onReset={state.reset}
        history={state.history}
        onStep={handleStep}
      />
    );
  };
}
