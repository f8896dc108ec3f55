import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { FusedCase, FusedChoice } from "@/engine/types/fused-choice";
import type { FusedOutcome } from "@/engine/types/fused-outcome";
import type { CaseModel } from "./figure-model";
import { argumentText, shapeText } from "./texts";

/** What the cases set, as they find it. */
const without: Partial<Experiment> = {
  axis: defaultExperiment.axis,
  renorm: defaultExperiment.renorm,
  virtual_batch_size: defaultExperiment.virtual_batch_size,
  adjustment: defaultExperiment.adjustment,
  beta_regularizer: defaultExperiment.beta_regularizer,
  gamma_regularizer: defaultExperiment.gamma_regularizer,
  dtype: defaultExperiment.dtype,
  data_format: defaultExperiment.data_format,
};

const answerText = ({ fused, refusal, refusedBy }: FusedOutcome): string => {
  if (refusal !== null) return `${refusal.kind} from ${placeText(refusedBy)}`;
  return fused ? "fused" : "not fused, no error";
};

export const placeText = (refusedBy: "constructor" | "build" | "call"): string =>
  refusedBy === "build" ? "build" : `the ${refusedBy}`;

const patchOf = ({ args, shape }: FusedCase): Partial<Experiment> => ({
  ...without,
  fused: true,
  ...(args as Partial<Experiment>),
  shape,
});

const isAt = (experiment: Experiment, patch: Partial<Experiment>): boolean =>
  Object.entries(patch).every(
    ([name, value]) =>
      JSON.stringify(experiment[name as keyof Experiment]) === JSON.stringify(value),
  );

/** What this version makes of `fused=true` beside each thing that speaks against it somewhere. */
export const casesOf = (experiment: Experiment, { cases }: FusedChoice): readonly CaseModel[] =>
  cases.map((each) => {
    const args = Object.entries({ fused: true, ...each.args });
    const patch = patchOf(each);
    return {
      call: `${args.map(([name, value]) => argumentText(name as keyof Experiment, value)).join(", ")}, shape ${shapeText(each.shape)}`,
      answer: answerText(each.outcome),
      refusal: each.outcome.refusal,
      patch,
      isCurrent: isAt(experiment, patch),
    };
  });
