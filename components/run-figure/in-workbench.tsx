"use client";

import { useMemo } from "react";
import type { ReactNode } from "react";
import { changesOf } from "@/components/comparison/comparison";
import type { Shown } from "@/components/comparison/comparison";
import { ComparisonReading } from "@/components/comparison/comparison-reading";
import { ComparisonTables } from "@/components/comparison/tables";
import { Findings } from "@/components/findings/findings";
import type { Refusal } from "@/components/findings/finding";
import { channelNamesOf } from "@/components/measures/kept-channels";
import type { CodeSource } from "@/components/code-export/subject";
import { landmarksOf } from "@/components/measures/landmarks";
import panel from "@/components/workbench/panel.module.css";
import { WhatYouSee } from "@/components/workbench/what-you-see";
import { Workbench } from "@/components/workbench/workbench";
import type { WorkbenchState } from "@/components/workbench/workbench";
import type { Experiment } from "@/engine/spec/experiment";
import { inData } from "./in-data";
import type { ChangeExperiment, RunFigure, RunModel } from "./run-figure";
import { SecondRun } from "./second-run";
import { useComparison } from "./use-comparison";

/** The configuration that is set beside the figure's own. */
export interface Beside<Model extends RunModel> {
  /** What its controls say. */
  readonly experiment: Experiment;
  /** Its newest run; null before the first. */
  readonly shown: Shown | null;
  readonly model: Model | null;
  readonly onChange: ChangeExperiment;
}

export interface InWorkbenchProps<Model extends RunModel> extends WorkbenchState {
  readonly figure: Pick<RunFigure<Model>, "widget" | "Lead" | "Figure" | "Reading" | "Tables">;
  readonly model: Model;
  /** The drawn channel's place among those that the run keeps. */
  readonly place: number;
  /** Why the newest experiment has no run, if it has none. */
  readonly refusal?: (Refusal & { readonly message: string }) | null;
  /** The run that the model was made of, with its experiment. */
  readonly shown: Shown;
  readonly beside?: Beside<Model> | null;
}

/** A figure of a run in its place. */
export function InWorkbench<Model extends RunModel>({
  figure,
  model,
  place,
  shown,
  refusal = null,
  beside = null,
  ...state
}: InWorkbenchProps<Model>): ReactNode {
  const { widget, Lead, Figure, Reading, Tables } = figure;
  const isLive = state.isInert !== true;
  const { statistics } = shown.result;
  const { onChange } = state;
  const landmarks = useMemo(() => landmarksOf(statistics, place), [statistics, place]);
  const handleChange = useMemo(() => inData(statistics, onChange), [statistics, onChange]);
  const comparison = useComparison(shown, beside?.shown ?? null, place);
  const code = useMemo<CodeSource>(
    () =>
      refusal === null
        ? { kind: "run", experiment: shown.experiment, step: shown.result.chosen }
        : { kind: "refused", experiment: state.experiment, message: refusal.message },
    [shown, refusal, state.experiment],
  );
  return (
    <Workbench
      {...state}
      widget={widget}
      channelNames={channelNamesOf(statistics)}
      landmarks={landmarks}
      fileName={`${widget.id}-${model.channelName}`}
      code={code}
      figure={
        <>
          {Lead !== undefined && (
            <Lead experiment={state.experiment} {...(isLive && { onChange: state.onChange })} />
          )}
          <Figure
            model={model}
            {...(isLive && { onScrub: state.onStep, onChange: handleChange })}
          />
          {beside !== null && (
            <SecondRun
              Figure={Figure}
              changes={changesOf(state.experiment, beside.experiment)}
              model={beside.model}
              comparison={comparison}
              onScrub={state.onStep}
              onChange={beside.onChange}
            />
          )}
        </>
      }
      reading={
        <div className={panel["reading"]}>
          <WhatYouSee sentences={model.sentences} />
          {comparison !== null && <ComparisonReading comparison={comparison} />}
          <Findings
            experiment={shown.experiment}
            run={shown.result}
            channel={place}
            refusal={refusal}
            onChange={isLive ? handleChange : undefined}
          />
          <Reading model={model} />
        </div>
      }
      tables={
        <>
          <Tables model={model} />
          {comparison !== null && <ComparisonTables comparison={comparison} />}
        </>
      }
    />
  );
}
