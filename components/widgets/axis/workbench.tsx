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
import { axis } from "./widget";

export interface WorkbenchProps extends WorkbenchState {
  readonly model: FigureModel;
  readonly onSelect?: (element: number | null) => void;
}

const noChannels: readonly string[] = [];

/** The figure in its place. It has no steps: a layer is called once. */
export function Workbench({ model, onSelect, ...state }: WorkbenchProps): ReactNode {
  const { experiment, grouping } = model;
  const code = useMemo<CodeSource>(
    () => ({ kind: "tensor", experiment, grouping }),
    [experiment, grouping],
  );
  return (
    <Frame
      {...state}
      widget={axis}
      channelNames={noChannels}
      hasSteps={false}
      fileName={`axis-${grouping.shape.join("x")}`}
      code={code}
      figure={
        <Figure
          model={model}
          {...(state.isInert !== true && { onChange: state.onChange })}
          {...(onSelect !== undefined && { onSelect })}
        />
      }
      reading={<Reading model={model} />}
      tables={<Tables model={model} />}
    />
  );
}
