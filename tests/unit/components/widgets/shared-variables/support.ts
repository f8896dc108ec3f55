import { readFileSync } from "node:fs";
import { decode } from "@/components/state/url-codec";
import type { FigureModel } from "@/components/widgets/shared-variables/figure-model";
import { figureModel } from "@/components/widgets/shared-variables/model";
import { sharedVariables } from "@/components/widgets/shared-variables/widget";
import { tableSource } from "@/engine/data/table-source";
import { sharedVariables as sharedVariablesOf } from "@/engine/graph/shared-variables";
import { settingsFor } from "@/engine/graph/shared-variables-settings";
import { startOf } from "@/engine/spec/experiment";
import { readMeasured } from "@/workers/data/measured-tables";

const wine = readMeasured(
  "wine",
  readFileSync(new URL("../../../../../public/data/wine.csv", import.meta.url), "utf8"),
  "drop-rows",
);

/** The figure of a link, as the worker and the view make it. */
export function figureOf(query = ""): FigureModel {
  const texts = Object.fromEntries(new URLSearchParams(query));
  const { experiment, warnings } = decode(texts, startOf(sharedVariables));
  if (warnings.length > 0) throw new Error(warnings.join(" "));
  const source = tableSource(wine, experiment.batch_size, experiment.seed);
  const result = sharedVariablesOf(source, settingsFor(experiment));
  return figureModel(experiment, result);
}
