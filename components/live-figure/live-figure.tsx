"use client";

import { useCallback } from "react";
import type { ReactNode } from "react";
import { beyondData } from "@/components/state/beyond-data";
import { RunMessages } from "@/components/state/run-messages";
import { stoppedCode } from "@/components/state/use-calculation";
import type { CalculationState } from "@/components/state/use-calculation";
import { useExperiment } from "@/components/state/use-experiment";
import type { ViewProps } from "@/components/workbench/workbench";
import type { Experiment } from "@/engine/spec/experiment";
import type { Failure } from "@/workers/contract";
import type { Drawn, FigureModel, FigureParts } from "./figure-parts";
import { InWorkbench } from "./in-workbench";
import { posterOf } from "./poster";
import { useBeside } from "./use-beside";
import { useDrawn } from "./use-drawn";

/** Why there is no result; a calculation that was stopped is not refused. */
const refusalIn = ({ failure }: CalculationState<unknown>): CalculationState<unknown>["failure"] =>
  failure?.code === stoppedCode ? null : failure;

const noResult: Failure = {
  code: "no-result",
  message: "These settings have no result yet.",
  details: {},
};

/** What the reader must know of values that only a result can judge. */
const warningsOf = <Model extends FigureModel, Result>(
  { channels, warnings }: FigureParts<Model, Result>,
  { shown: { result }, model }: Drawn<Model, Result>,
  experiment: Experiment,
): readonly string[] => [
  ...(channels ? beyondData(experiment.channel, channels.names(result).length) : []),
  ...(warnings?.(experiment, model) ?? []),
];

/**
 * A figure whose experiment is in the URL, and perhaps a second one beside it, and whose numbers come from the worker,
 * by `useResult`.
 */
export function liveFigure<Model extends FigureModel, Result>(
  parts: FigureParts<Model, Result>,
  useResult: (experiment: Experiment | null) => CalculationState<Result>,
): (props: ViewProps) => ReactNode {
  const poster = posterOf(parts);

  return function LiveFigure(props: ViewProps): ReactNode {
    const state = useExperiment(parts.widget);
    const { experiment, change } = state;
    const first = useResult(experiment);
    const second = useResult(state.second);
    const drawn = useDrawn(parts, first.finished ?? poster, experiment);
    const drawnSecond = useDrawn(parts, second.finished, experiment);
    const { beside, compare, form } = useBeside({
      parts,
      state,
      first: first.finished === null ? null : drawn,
      second: drawnSecond,
      refusal: refusalIn(second),
      controls: props.controls,
    });
    const handleStep = useCallback(
      (step: number, isContinued: boolean) => change({ step }, isContinued),
      [change],
    );
    const isOld = first.isPending || first.finished === null;
    const warnings = isOld ? [] : warningsOf(parts, drawn, experiment);
    const note = isOld ? null : (parts.channels?.notice(drawn.shown.result) ?? null);
    return (
      <InWorkbench
        {...props}
        parts={parts}
        drawn={drawn}
        refusal={refusalIn(first)}
        lack={first.isWithoutResult ? (first.failure ?? noResult) : null}
        experiment={experiment}
        isBusy={first.isPending || second.isPending}
        running={first.running ?? second.running}
        messages={
          <>
            <RunMessages warnings={[...state.warnings, ...warnings]} note={note} run={first} />
            <RunMessages of="Second configuration" warnings={[]} run={second} />
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
