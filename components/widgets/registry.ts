import { adjustment } from "./adjustment/widget";
import { axis } from "./axis/widget";
import { batchVsMoving } from "./batch-vs-moving/widget";
import { distribution } from "./distribution/widget";
import type { WidgetDefinition } from "./define-widget";
import { frozen } from "./frozen/widget";
import { parameters } from "./parameters/widget";
import { normalizeSteps } from "./normalize-steps/widget";
import { renormClipping } from "./renorm-clipping/widget";
import { fused } from "./fused/widget";
import { ghostBatches } from "./ghost-batches/widget";
import { sharedVariables } from "./shared-variables/widget";
import { trainVsInference } from "./train-vs-inference/widget";
import { updateOps } from "./update-ops/widget";

/** Every widget, once: the playground, the docs, the embeds and the tests enumerate this. */
export const widgets = {
  "batch-vs-moving": batchVsMoving,
  "normalize-steps": normalizeSteps,
  distribution,
  "renorm-clipping": renormClipping,
  "ghost-batches": ghostBatches,
  "train-vs-inference": trainVsInference,
  frozen,
  parameters,
  adjustment,
  axis,
  fused,
  "update-ops": updateOps,
  "shared-variables": sharedVariables,
} as const satisfies Record<string, WidgetDefinition>;

export type WidgetId = keyof typeof widgets;

export const widgetList: readonly WidgetDefinition<WidgetId>[] = Object.values(widgets);

/** The widget of the playground's own address, which is older than there being several. */
export const firstWidget: WidgetId = "batch-vs-moving";

/** Where all controls of a widget are. */
export const playgroundOf = (id: WidgetId): string =>
  id === firstWidget ? "/playground" : `/playground/${id}`;
