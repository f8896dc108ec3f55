"use client";

import type { ReactNode } from "react";
import { Workbench as Frame } from "@/components/workbench/workbench";
import type { WorkbenchState } from "@/components/workbench/workbench";
import { Figure } from "./figure";
import type { FigureModel } from "./figure-model";
import { Reading } from "./reading";
import { Tables } from "./tables";
import { sharedVariables } from "./widget";

export interface WorkbenchProps extends WorkbenchState {
  readonly model: FigureModel;
}

/** The figure in its place. */
export const Workbench = ({ model, ...state }: WorkbenchProps): ReactNode => (
  <Frame
    {...state}
    widget={sharedVariables}
    channelNames={model.channelNames}
    fileName={`shared-variables-${model.channelName}`}
    figure={<Figure model={model} {...(state.isInert !== true && { onScrub: state.onStep })} />}
    reading={<Reading model={model} />}
    tables={<Tables model={model} />}
  />
);
