import { Suspense } from "react";
import type { ReactNode } from "react";
import type { ExperimentArgName } from "@/engine/spec/experiment";
import { PosterView } from "./batch-vs-moving/poster-view";
import { View } from "./batch-vs-moving/view";
import type { ViewProps } from "./batch-vs-moving/view";
import { widgets } from "./registry";
import type { WidgetId } from "./registry";

interface Parts {
  readonly Live: (props: ViewProps) => ReactNode;
  readonly Poster: (props: ViewProps) => ReactNode;
}

const parts: Readonly<Record<WidgetId, Parts>> = {
  "batch-vs-moving": { Live: View, Poster: PosterView },
};

export interface WidgetProps {
  readonly id: WidgetId;
  readonly surface: ViewProps["surface"];
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
