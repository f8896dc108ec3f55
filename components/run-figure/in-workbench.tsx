"use client";

import { useMemo } from "react";
import type { ReactNode } from "react";
import { Findings } from "@/components/findings/findings";
import type { Refusal } from "@/components/findings/finding";
import type { CodeSource } from "@/components/code-export/subject";
import { landmarksOf } from "@/components/measures/landmarks";
import panel from "@/components/workbench/panel.module.css";
import { WhatYouSee } from "@/components/workbench/what-you-see";
import { Workbench } from "@/components/workbench/workbench";
import type { WorkbenchState } from "@/components/workbench/workbench";
import type { Experiment } from "@/engine/spec/experiment";
import type { RunData } from "@/components/measures/run-data";
import type { RunFigure, RunModel } from "./run-figure";

export interface InWorkbenchProps<Model extends RunModel> extends WorkbenchState {
  readonly figure: Pick<RunFigure<Model>, "widget" | "Lead" | "Figure" | "Reading" | "Tables">;
  readonly model: Model;
  /** Why the newest experiment has no run, if it has none. */
  readonly refusal?: (Refusal & { readonly message: string }) | null;
  /** The run that the model was made of, with its experiment. */
  readonly shown: { readonly experiment: Experiment; readonly result: RunData };
}

/** A figure of a run in its place. */
export function InWorkbench<Model extends RunModel>({
  figure,
  model,
  shown,
  refusal = null,
  ...state
}: InWorkbenchProps<Model>): ReactNode {
  const { widget, Lead, Figure, Reading, Tables } = figure;
  const isLive = state.isInert !== true;
  const { statistics } = shown.result;
  const channel = Math.min(state.experiment.channel, statistics.channels.length - 1);
  const landmarks = useMemo(() => landmarksOf(statistics, channel), [statistics, channel]);
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
      channelNames={model.channelNames}
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
            {...(isLive && { onScrub: state.onStep, onChange: state.onChange })}
          />
        </>
      }
      reading={
        <div className={panel["reading"]}>
          <WhatYouSee sentences={model.sentences} />
          <Findings
            experiment={shown.experiment}
            run={shown.result}
            channel={channel}
            refusal={refusal}
            onChange={isLive ? state.onChange : undefined}
          />
          <Reading model={model} />
        </div>
      }
      tables={<Tables model={model} />}
    />
  );
}
