"use client";

import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import type { RunData } from "@/components/measures/run-data";
import { beyondData } from "@/components/state/beyond-data";
import { RunMessages } from "@/components/state/run-messages";
import { useExperiment } from "@/components/state/use-experiment";
import type { CalculationState } from "@/components/state/use-calculation";
import type { ViewProps } from "@/components/workbench/workbench";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import { InWorkbench } from "./in-workbench";
import type { RunFigure, RunModel } from "./run-figure";

const channelAlone: readonly ExperimentArgName[] = ["channel"];

/** Some values of an experiment: the same object as long as they are the same. */
function useDrawn(
  experiment: Experiment,
  names: readonly ExperimentArgName[],
): Partial<Experiment> {
  const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, experiment[name]])));
  return useMemo(() => JSON.parse(text) as Partial<Experiment>, [text]);
}

/** A figure whose experiment is in the URL and whose numbers come from the worker, by `useData`. */
export function liveFigure<Model extends RunModel, Data extends RunData>(
  figure: RunFigure<Model, Data>,
  useData: (experiment: Experiment) => CalculationState<Data>,
): (props: ViewProps) => ReactNode {
  const start = startOf(figure.widget);
  const poster = { experiment: { ...start, channel: 0 }, result: figure.poster };

  return function LiveFigure(props: ViewProps): ReactNode {
    const { experiment, warnings, change, reset, history } = useExperiment(figure.widget);
    const run = useData(experiment);
    const { channel } = experiment;
    const drawn = useDrawn(experiment, figure.draws ?? channelAlone);
    const shown = run.finished ?? poster;
    const isPoster = run.finished === null;
    const model = useMemo(
      () =>
        figure.model(isPoster ? shown.experiment : { ...shown.experiment, ...drawn }, shown.result),
      [shown, isPoster, drawn],
    );
    const runWarnings =
      run.isPending || isPoster
        ? []
        : [
            ...beyondData(channel, model.channelNames.length),
            ...(figure.warnings?.(experiment, model) ?? []),
          ];
    const handleStep = useCallback(
      (step: number, isContinued: boolean) => change({ step }, isContinued),
      [change],
    );
    return (
      <InWorkbench
        {...props}
        figure={figure}
        model={model}
        shown={shown}
        refusal={run.failure}
        experiment={experiment}
        isBusy={run.isPending}
        messages={<RunMessages warnings={[...warnings, ...runWarnings]} run={run} />}
        onChange={change}
        onReset={reset}
        history={history}
        onStep={handleStep}
      />
    );
  };
}
