import type { ReactNode } from "react";
import type { ViewProps } from "@/components/workbench/workbench";
import type { WidgetId } from "./registry";

/** A figure and what stands in its place until it wakes. */
interface WidgetParts {
  readonly Live: (props: ViewProps) => ReactNode;
  readonly Poster: (props: ViewProps) => ReactNode;
}

const partsOf = async (
  view: Promise<{ readonly View: WidgetParts["Live"] }>,
  poster: Promise<{ readonly PosterView: WidgetParts["Poster"] }>,
): Promise<WidgetParts> => ({ Live: (await view).View, Poster: (await poster).PosterView });

/** Imported one by one, so that a page brings along the code of its own figure only. */
export const widgetParts: Readonly<Record<WidgetId, () => Promise<WidgetParts>>> = {
  "batch-vs-moving": () =>
    partsOf(import("./batch-vs-moving/view"), import("./batch-vs-moving/poster-view")),
  "update-ops": () => partsOf(import("./update-ops/view"), import("./update-ops/poster-view")),
  "ghost-batches": () =>
    partsOf(import("./ghost-batches/view"), import("./ghost-batches/poster-view")),
};
