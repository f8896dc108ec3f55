"use client";

import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import { Findings } from "@/components/findings/findings";
import type { Refusal } from "@/components/findings/finding";
import { channelAt, channelNamesOf } from "@/components/measures/kept-channels";
import { landmarksOf } from "@/components/measures/landmarks";
import panel from "@/components/workbench/panel.module.css";
import { WhatYouSee } from "@/components/workbench/what-you-see";
import { Workbench } from "@/components/workbench/workbench";
import type { WorkbenchState } from "@/components/workbench/workbench";
import type { Experiment } from "@/engine/spec/experiment";
import type { RunData } from "@/components/measures/run-data";
import type { ChangeExperiment, RunFigure, RunModel } from "./run-figure";

export interface InWorkbenchProps<Model extends RunModel> extends WorkbenchState {
  readonly figure: Pick<RunFigure<Model>, "widget" | "Lead" | "Figure" | "Reading" | "Tables">;
  readonly model: Model;
  /** The drawn channel's place among those that the run keeps. */
  readonly place: number;
  /** Why the newest experiment has no run, if it has none. */
  readonly refusal?: Refusal | null;
  /** The run that the model was made of, with its experiment. */
  readonly shown: { readonly experiment: Experiment; readonly result: RunData };
}

/** A figure of a run in its place. */
export function InWorkbench<Model extends RunModel>({
  figure,
  model,
  place,
  shown,
  refusal = null,
  ...state
}: InWorkbenchProps<Model>): ReactNode {
  const { widget, Lead, Figure, Reading, Tables } = figure;
  const isLive = state.isInert !== true;
  const { statistics } = shown.result;
  const { onChange } = state;
  const landmarks = useMemo(() => landmarksOf(statistics, place), [statistics, place]);
  // A figure counts the channels that the run keeps, an experiment all.
  const handleChange = useCallback<ChangeExperiment>(
    ({ channel, ...patch }, isContinued) =>
      onChange(
        channel === undefined ? patch : { ...patch, channel: channelAt(statistics, channel) },
        isContinued,
      ),
    [onChange, statistics],
  );
  return (
    <Workbench
      {...state}
      widget={widget}
      channelNames={channelNamesOf(statistics)}
      landmarks={landmarks}
      fileName={`${widget.id}-${model.channelName}`}
      figure={
        <>
          {Lead !== undefined && (
            <Lead experiment={state.experiment} {...(isLive && { onChange: state.onChange })} />
          )}
          <Figure
            model={model}
            {...(isLive && { onScrub: state.onStep, onChange: handleChange })}
          />
        </>
      }
      reading={
        <div className={panel["reading"]}>
          <WhatYouSee sentences={model.sentences} />
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
      tables={<Tables model={model} />}
    />
  );
}
