"use client";

import type { ReactNode } from "react";
import { posterState } from "@/components/workbench/poster-state";
import type { ViewProps } from "@/components/workbench/workbench";
import { posterExperiment, posterModel } from "./poster";
import { Workbench } from "./workbench";

/** The figure at its start with the same marks and the same places, before or without JavaScript. */
export const PosterView = (props: ViewProps): ReactNode => (
  <Workbench {...props} {...posterState} experiment={posterExperiment} model={posterModel} />
);
