"use client";

import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { ViewProps } from "@/components/workbench/workbench";
import type { WidgetId } from "./registry";

/** A figure and what stands in its place until it wakes. */
interface WidgetParts {
  readonly Live: ComponentType<ViewProps>;
  readonly Poster: ComponentType<ViewProps>;
}

/**
 * Imported on demand, so that a page brings along the code of its own figure only. The imports stand inside the calls,
 * where the bundler finds them and lets the page load them early.
 */
export const widgetParts: Readonly<Record<WidgetId, WidgetParts>> = {
  "batch-vs-moving": {
    Live: dynamic(() => import("./batch-vs-moving/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./batch-vs-moving/views").then(({ Poster }) => Poster)),
  },
  "normalize-steps": {
    Live: dynamic(() => import("./normalize-steps/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./normalize-steps/views").then(({ Poster }) => Poster)),
  },
  distribution: {
    Live: dynamic(() => import("./distribution/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./distribution/views").then(({ Poster }) => Poster)),
  },
  "renorm-clipping": {
    Live: dynamic(() => import("./renorm-clipping/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./renorm-clipping/views").then(({ Poster }) => Poster)),
  },
  "ghost-batches": {
    Live: dynamic(() => import("./ghost-batches/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./ghost-batches/views").then(({ Poster }) => Poster)),
  },
  "train-vs-inference": {
    Live: dynamic(() => import("./train-vs-inference/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./train-vs-inference/views").then(({ Poster }) => Poster)),
  },
  "update-ops": {
    Live: dynamic(() => import("./update-ops/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./update-ops/views").then(({ Poster }) => Poster)),
  },
  frozen: {
    Live: dynamic(() => import("./frozen/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./frozen/views").then(({ Poster }) => Poster)),
  },
  adjustment: {
    Live: dynamic(() => import("./adjustment/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./adjustment/views").then(({ Poster }) => Poster)),
  },
  "shared-variables": {
    Live: dynamic(() => import("./shared-variables/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./shared-variables/views").then(({ Poster }) => Poster)),
  },
  axis: {
    Live: dynamic(() => import("./axis/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./axis/views").then(({ Poster }) => Poster)),
  },
  parameters: {
    Live: dynamic(() => import("./parameters/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./parameters/views").then(({ Poster }) => Poster)),
  },
  fused: {
    Live: dynamic(() => import("./fused/views").then(({ Live }) => Live)),
    Poster: dynamic(() => import("./fused/views").then(({ Poster }) => Poster)),
  },
};
