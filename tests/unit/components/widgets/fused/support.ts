import type { FigureModel } from "@/components/widgets/fused/figure-model";
import { figureModel } from "@/components/widgets/fused/model";
import { fused } from "@/components/widgets/fused/widget";
import { decode } from "@/components/state/url-codec";
import { layerConfigOf, runSettingsOf, startOf } from "@/engine/spec/experiment";
import { fusedChoice } from "@/workers/fused-choice";

/** The figure of a link, as the worker and the view make it. */
export function figureOf(query = ""): FigureModel {
  const texts = Object.fromEntries(new URLSearchParams(query));
  const { experiment, warnings } = decode(texts, startOf(fused));
  if (warnings.length > 0) throw new Error(warnings.join(" "));
  const request = {
    layer: layerConfigOf(experiment),
    run: runSettingsOf(experiment),
    dataRoot: "",
  };
  return figureModel(experiment, fusedChoice(request));
}
