import { widgets } from "../../components/widgets/registry";
import type { WidgetId } from "../../components/widgets/registry";
import type { GeneratedFile } from "./generated-file";
import { adjustment } from "./posters/adjustment";
import { axis } from "./posters/axis";
import { frozen } from "./posters/frozen";
import { parameters } from "./posters/parameters";
import { batchVsMoving } from "./posters/batch-vs-moving";
import { fused } from "./posters/fused";
import { runPoster } from "./posters/run-poster";
import { sharedVariables } from "./posters/shared-variables";
import { trainVsInference } from "./posters/train-vs-inference";
import { updateOps } from "./posters/update-ops";

const makers: Readonly<Record<WidgetId, () => unknown>> = {
  "batch-vs-moving": batchVsMoving,
  "normalize-steps": () => runPoster(widgets["normalize-steps"], 4),
  distribution: () => runPoster(widgets.distribution),
  "renorm-clipping": () => runPoster(widgets["renorm-clipping"]),
  "ghost-batches": () => runPoster(widgets["ghost-batches"]),
  "train-vs-inference": trainVsInference,
  "update-ops": updateOps,
  frozen,
  adjustment,
  "shared-variables": sharedVariables,
  axis,
  parameters,
  fused,
};

/** The numbers behind each widget's figure before it wakes. */
export const posters = (): readonly GeneratedFile[] =>
  Object.entries(makers).map(([id, make]) => ({
    path: `posters/${id}.generated.json`,
    content: `${JSON.stringify(make())}\n`,
  }));
