"use client";

import { startTransition, useEffect, useState } from "react";
import type { ReactNode } from "react";
import type { Surface } from "@/components/workbench/workbench";
import type { ExperimentArgName } from "@/engine/spec/experiment";
import { widgetParts } from "./parts";
import { widgets } from "./registry";
import type { WidgetId } from "./registry";

export interface WidgetProps {
  readonly id: WidgetId;
  readonly surface: Surface;
  /** All of the widget's controls unless given. */
  readonly controls?: readonly ExperimentArgName[];
}

/** A registered figure, live; its poster stands in its place until it wakes, or for good without JavaScript. */
export function Widget({ id, surface, controls = widgets[id].controls }: WidgetProps): ReactNode {
  const { Live, Poster } = widgetParts[id];
  const [isAwake, setAwake] = useState(false);
  // A transition keeps the poster until all of the figure is there, and is rendered in slices, between which the page
  // answers.
  useEffect(() => startTransition(() => setAwake(true)), []);
  const Part = isAwake ? Live : Poster;
  return <Part surface={surface} controls={controls} />;
}
