"use client";

import { useMemo } from "react";
import type { FormState } from "@/components/argument-panel/argument-panel";
import type { CompareChoice } from "@/components/argument-panel/compare-bar";
import { drawnPlace } from "@/components/measures/kept-channels";
import type { RunData } from "@/components/measures/run-data";
import type { CalculationState } from "@/components/state/use-calculation";
import type { ExperimentState } from "@/components/state/use-experiment";
import { isCompared } from "@/engine/spec/comparison";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import { inData } from "./in-data";
import type { Beside } from "./in-workbench";
import type { RunFigure, RunModel } from "./run-figure";
import { useCompareChoice } from "./use-compare-choice";

interface BesideOptions<Model extends RunModel, Data extends RunData> {
  readonly figure: RunFigure<Model, Data>;
  readonly state: ExperimentState;
  /** Of the second configuration. */
  readonly run: CalculationState<Data>;
  /** What only chooses what is drawn of a run; both configurations share it. */
  readonly drawn: Partial<Experiment>;
  readonly controls: readonly ExperimentArgName[];
}

/** What there is of a second configuration. */
export interface BesideState<Model extends RunModel> {
  /** Null where the link holds none. */
  readonly beside: Beside<Model> | null;
  readonly compare: CompareChoice;
  /** The form of the second configuration while it is the one that is edited. */
  readonly form: FormState | undefined;
}

/** The configuration beside a figure's own, with the model of its run. */
export function useBeside<Model extends RunModel, Data extends RunData>({
  figure,
  state,
  run: { finished },
  drawn,
  controls,
}: BesideOptions<Model, Data>): BesideState<Model> {
  const { experiment, second, changeSecond } = state;
  const place = finished === null ? 0 : drawnPlace(finished, experiment.channel);
  const model = useMemo(
    () =>
      finished &&
      figure.model({ ...finished.experiment, ...drawn, channel: place }, finished.result),
    [figure, finished, drawn, place],
  );
  const onChange = useMemo(
    () => (finished === null ? changeSecond : inData(finished.result.statistics, changeSecond)),
    [finished, changeSecond],
  );
  const compare = useCompareChoice(second !== null, changeSecond);
  if (second === null) return { beside: null, compare, form: undefined };
  return {
    beside: { experiment: second, shown: finished, model, onChange },
    compare,
    form: compare.edited === "second" ? formOfSecond(state, second, controls) : undefined,
  };
}

/** What the second may change, with the first as what its resets bring back. */
const formOfSecond = (
  { experiment: first, changeSecond }: ExperimentState,
  second: NonNullable<ExperimentState["second"]>,
  controls: readonly ExperimentArgName[],
): FormState => ({
  controls: controls.filter(isCompared),
  experiment: second,
  start: first,
  startName: "the first’s",
  onChange: changeSecond,
  onReset: () => changeSecond(Object.fromEntries(controls.map((name) => [name, first[name]]))),
});
