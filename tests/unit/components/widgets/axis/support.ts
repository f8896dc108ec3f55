import type { FigureModel } from "@/components/widgets/axis/figure-model";
import { figureModel } from "@/components/widgets/axis/model";
import { decode } from "@/components/state/url-codec";
import { layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";
import { grouping } from "@/workers/grouping";

/** The figure of a link, as the worker and the view make it. */
export function figureOf(query = ""): FigureModel {
  const { experiment, warnings } = decode(Object.fromEntries(new URLSearchParams(query)));
  if (warnings.length > 0) throw new Error(warnings.join(" "));
  const request = {
    layer: layerConfigOf(experiment),
    run: runSettingsOf(experiment),
    dataRoot: "",
  };
  return figureModel(experiment, grouping(request));
}
