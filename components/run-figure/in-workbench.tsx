"use client";

import type { ReactNode } from "react";
import { Workbench } from "@/components/workbench/workbench";
import type { WorkbenchState } from "@/components/workbench/workbench";
import type { RunData, RunFigure, RunModel } from "./run-figure";

export interface InWorkbenchProps<Model extends RunModel> extends WorkbenchState {
  readonly figure: RunFigure<Model>;
  readonly model: Model;
  readonly run: RunData;
}

/** A figure of a run in its place. */
export function InWorkbench<Model extends RunModel>({
  figure,
  model,
  run: _run,
  ...state
}: InWorkbenchProps<Model>): ReactNode {
  const { widget, Lead, Figure, Reading, Tables } = figure;
  const isLive = state.isInert !== true;
  return (
    <Workbench
      {...state}
      widget={widget}
      channelNames={model.channelNames}
      fileName={`${widget.id}-${model.channelName}`}
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
      reading={<Reading model={model} />}
      tables={<Tables model={model} />}
    />
  );
}
