import { Suspense } from "react";
import type { ReactNode } from "react";
import type { Surface, ViewProps } from "@/components/workbench/workbench";
import type { ExperimentArgName } from "@/engine/spec/experiment";
import { PosterView as BatchVsMovingPoster } from "./batch-vs-moving/poster-view";
import { View as BatchVsMoving } from "./batch-vs-moving/view";
import { widgets } from "./registry";
import type { WidgetId } from "./registry";
import { PosterView as UpdateOpsPoster } from "./update-ops/poster-view";
import { View as UpdateOps } from "./update-ops/view";

interface Parts {
  readonly Live: (props: ViewProps) => ReactNode;
  readonly Poster: (props: ViewProps) => ReactNode;
}

const parts: Readonly<Record<WidgetId, Parts>> = {
  "batch-vs-moving": { Live: BatchVsMoving, Poster: BatchVsMovingPoster },
  "update-ops": { Live: UpdateOps, Poster: UpdateOpsPoster },
};

export interface WidgetProps {
  readonly id: WidgetId;
  readonly surface: Surface;
  /** All of the widget's controls unless given. */
  readonly controls?: readonly ExperimentArgName[];
}

/** A registered figure, live; its poster stands in its place until it wakes, or for good without JavaScript. */
export function Widget({ id, surface, controls = widgets[id].controls }: WidgetProps): ReactNode {
  const { Live, Poster } = parts[id];
  return (
    <Suspense fallback={<Poster surface={surface} controls={controls} />}>
      <Live surface={surface} controls={controls} />
    </Suspense>
  );
}
