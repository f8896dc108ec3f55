"use client";

import { useMemo } from "react";
import type { FormState } from "@/components/argument-panel/argument-panel";
import type { CompareChoice } from "@/components/argument-panel/compare-bar";
import { changesOf } from "@/components/comparison/comparison";
import type { ChangedArgument, Comparison } from "@/components/comparison/comparison";
import type { ExperimentState } from "@/components/state/use-experiment";
import { isCompared } from "@/engine/spec/comparison";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import type { Failure } from "@/workers/contract";
import { belongTogether } from "./belong-together";
import type { ChangeExperiment, Drawn, FigureModel, FigureParts } from "./figure-parts";
import { inData } from "./in-data";
import { useCompareChoice } from "./use-compare-choice";

/** The configuration that is set beside the figure's own. */
export interface Beside<Model, Result> {
  readonly changes: readonly ChangedArgument[];
  /** Its newest result; null before the first. */
  readonly drawn: Drawn<Model, Result> | null;
  /** Why its newest experiment has no result, if it has none. */
  readonly refusal: Failure | null;
  /** Null while the two results do not belong together, or the configurations are alike. */
  readonly comparison: Comparison | null;
  readonly onChange: ChangeExperiment;
}

interface BesideOptions<Model extends FigureModel, Result> {
  readonly parts: FigureParts<Model, Result>;
  readonly state: ExperimentState;
  /** Null before the first result, when what is drawn is the figure at its start. */
  readonly first: Drawn<Model, Result> | null;
  readonly second: Drawn<Model, Result> | null;
  readonly refusal: Failure | null;
  readonly controls: readonly ExperimentArgName[];
}

/** What there is of a second configuration. */
export interface BesideState<Model, Result> {
  /** Null where the link holds none. */
  readonly beside: Beside<Model, Result> | null;
  readonly compare: CompareChoice;
  /** The form of the second configuration while it is the one that is edited. */
  readonly form: FormState | undefined;
}

/** The configuration beside a figure's own, with what they have apart. */
export function useBeside<Model extends FigureModel, Result>({
  parts,
  state,
  first,
  second,
  refusal,
  controls,
}: BesideOptions<Model, Result>): BesideState<Model, Result> {
  const { experiment, second: wanted, changeSecond } = state;
  const comparison = useMemo(
    () => (first === null || second === null ? null : comparisonOf(parts, first, second)),
    [parts, first, second],
  );
  const result = second?.shown.result;
  const onChange = useMemo(
    () => (result === undefined ? changeSecond : inData(parts.channels, result, changeSecond)),
    [parts, result, changeSecond],
  );
  const compare = useCompareChoice(wanted !== null, changeSecond);
  if (wanted === null) return { beside: null, compare, form: undefined };
  return {
    beside: {
      changes: changesOf(experiment, wanted),
      drawn: second,
      refusal,
      comparison,
      onChange,
    },
    compare,
    form: compare.edited === "second" ? formOfSecond(state, wanted, controls) : undefined,
  };
}

function comparisonOf<Model extends FigureModel, Result>(
  { compare, draws = [] }: FigureParts<Model, Result>,
  first: Drawn<Model, Result>,
  second: Drawn<Model, Result>,
): Comparison | null {
  const [one, two] = [first.shown.experiment, second.shown.experiment];
  const isFit = belongTogether(one, two, draws) && changesOf(one, two).length > 0;
  return isFit ? compare(first, second) : null;
}

/** What the second may change, with the first as what its resets bring back. */
const formOfSecond = (
  { experiment: first, changeSecond }: ExperimentState,
  second: Experiment,
  controls: readonly ExperimentArgName[],
): FormState => ({
  controls: controls.filter(isCompared),
  experiment: second,
  start: first,
  startName: "the first’s",
  onChange: changeSecond,
  onReset: () => changeSecond(Object.fromEntries(controls.map((name) => [name, first[name]]))),
});
