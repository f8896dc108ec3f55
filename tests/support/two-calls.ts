import { readFileSync } from "node:fs";
import { subjectOf } from "@/components/code-export/subject";
import type { CodeSubject } from "@/components/code-export/subject";
import { decode } from "@/components/state/url-codec";
import { codeOf } from "@/components/widgets/shared-variables/code";
import { figureModel } from "@/components/widgets/shared-variables/model";
import { sharedVariables as widget } from "@/components/widgets/shared-variables/widget";
import type { BatchSource } from "@/engine/data/batch-source";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { tableSource } from "@/engine/data/table-source";
import { sharedVariables } from "@/engine/graph/shared-variables";
import { settingsFor } from "@/engine/graph/shared-variables-settings";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { isMeasured } from "@/engine/spec/run/data-sets";
import type { SharedVariables } from "@/engine/types/shared-variables";
import { readMeasured } from "@/workers/data/measured-tables";

export interface TwoCalls {
  readonly experiment: Experiment;
  readonly result: SharedVariables;
  readonly step: number;
  readonly subject: CodeSubject;
}

const start = startOf(widget);

/** The experiment of a link to the figure. */
export const linked = (query: string): Experiment =>
  decode(Object.fromEntries(new URLSearchParams(query)), start).experiment;

function sourceOf({
  data,
  batch_size: batchSize,
  seed,
  missing,
  ...rest
}: Experiment): BatchSource {
  if (isMeasured(data)) {
    const text = readFileSync(`public/data/${data}.csv`, "utf8");
    return tableSource(readMeasured(data, text, missing), batchSize, seed);
  }
  if (data !== "gaussian") throw new Error(`these tests have no ${data}`);
  const { means, deviations } = rest;
  return syntheticSource(
    { kind: data, means, deviations, driftPerStep: 0, degreesOfFreedom: 4 },
    batchSize,
    seed,
  );
}

/** What the page makes of an experiment with two calls in one graph. */
export function twoCalls(patch: Partial<Experiment>): TwoCalls {
  const experiment = { ...start, ...patch };
  const result = sharedVariables(sourceOf(experiment), settingsFor(experiment));
  const { step } = figureModel(experiment, result);
  return { experiment, result, step, subject: subjectOf(codeOf(experiment, result, step)) };
}
