"use client";

import { useMemo } from "react";
import type { ReactNode } from "react";
import type { CodeSource } from "@/components/code-export/subject";
import { Workbench as Frame } from "@/components/workbench/workbench";
import type { WorkbenchState } from "@/components/workbench/workbench";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { updateOps } from "./widget";

export interface WorkbenchProps extends WorkbenchState {
  readonly model: FigureModel;
}

/** The figure in its place. */
export function Workbench({ model, ...state }: WorkbenchProps): ReactNode {
  const { experiment } = state;
  const channels = model.channelNames.length;
  const code = useMemo<CodeSource>(
    () => ({ kind: "loop", experiment, channels }),
    [experiment, channels],
  );
  return (
    <Frame
      {...state}
      widget={updateOps}
      channelNames={model.channelNames}
      fileName={`update-ops-${model.channelName}`}
      code={code}
      figure={<Figure model={model} {...(state.isInert !== true && { onScrub: state.onStep })} />}
      reading={<Reading model={model} />}
      tables={<Tables model={model} />}
    />
  );
}
