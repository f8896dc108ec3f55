"use client";

import type { ReactNode } from "react";
import { notComparing } from "@/components/argument-panel/compare-bar";
import type { RunData } from "@/components/measures/run-data";
import { posterState } from "@/components/workbench/poster-state";
import type { ViewProps } from "@/components/workbench/workbench";
import { startOf } from "@/engine/spec/experiment";
import { InWorkbench } from "./in-workbench";
import type { RunFigure, RunModel } from "./run-figure";

/** A figure at its start with the same marks in the same places, before or without JavaScript. */
export function posterFigure<Model extends RunModel, Data extends RunData>(
  figure: RunFigure<Model, Data>,
): (props: ViewProps) => ReactNode {
  const experiment = startOf(figure.widget);
  const shown = { experiment: { ...experiment, channel: 0 }, result: figure.poster };
  const model = figure.model(shown.experiment, shown.result);

  return function PosterFigure(props: ViewProps): ReactNode {
    return (
      <InWorkbench
        {...props}
        {...posterState}
        compare={notComparing}
        figure={figure}
        model={model}
        place={0}
        shown={shown}
        experiment={experiment}
      />
    );
  };
}
