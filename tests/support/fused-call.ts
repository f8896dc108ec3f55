import { subjectOf } from "@/components/code-export/subject";
import type { CodeSubject } from "@/components/code-export/subject";
import { decode } from "@/components/state/url-codec";
import { codeOf } from "@/components/widgets/fused/code";
import { figureModel } from "@/components/widgets/fused/model";
import { fused as widget } from "@/components/widgets/fused/widget";
import { layerConfigOf, runSettingsOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { FusedChoice } from "@/engine/types/fused-choice";
import { fusedChoice } from "@/workers/fused-choice";

export interface FusedCall {
  readonly experiment: Experiment;
  readonly choice: FusedChoice;
  readonly step: number;
  readonly subject: CodeSubject;
}

const start = startOf(widget);

/** The experiment of a link to the figure. */
export const linked = (query: string): Experiment =>
  decode(Object.fromEntries(new URLSearchParams(query)), start).experiment;

/** What the page makes of an experiment with one tensor. */
export function fusedCall(patch: Partial<Experiment>): FusedCall {
  const experiment = { ...start, ...patch };
  const layer = layerConfigOf(experiment);
  const choice = fusedChoice({ layer, run: runSettingsOf(experiment), dataRoot: "" });
  const { step } = figureModel(experiment, choice);
  return { experiment, choice, step, subject: subjectOf(codeOf(experiment, choice, step)) };
}
