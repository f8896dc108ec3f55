import { batchVsMoving } from "./batch-vs-moving/widget";
import type { WidgetDefinition } from "./define-widget";

/** Every widget, once: the playground, the docs, the embeds and the tests enumerate this. */
export const widgets = { "batch-vs-moving": batchVsMoving } as const satisfies Record<
  string,
  WidgetDefinition
>;

export type WidgetId = keyof typeof widgets;

export const widgetList: readonly WidgetDefinition<WidgetId>[] = Object.values(widgets);
