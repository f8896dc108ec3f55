"use client";

import type { ReactNode } from "react";
import { posterState } from "@/components/workbench/poster-state";
import type { ViewProps } from "@/components/workbench/workbench";
import { startOf } from "@/engine/spec/experiment";
import type { FigureModel, FigureParts } from "./figure-parts";
import { InWorkbench } from "./in-workbench";
import { posterOf } from "./poster";

/** A figure at its start with the same marks in the same places, before or without JavaScript. */
export function posterFigure<Model extends FigureModel, Result>(
  parts: FigureParts<Model, Result>,
): (props: ViewProps) => ReactNode {
  const experiment = startOf(parts.widget);
  const shown = posterOf(parts);
  const drawn = { shown, place: 0, model: parts.model(shown.experiment, shown.result) };

  return function PosterFigure(props: ViewProps): ReactNode {
    return (
      <InWorkbench
        {...props}
        {...posterState}
        parts={parts}
        drawn={drawn}
        experiment={experiment}
      />
    );
  };
}
