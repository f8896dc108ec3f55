import { deviations } from "@/engine/spec/versions/deviations";
import type { Deviation } from "@/engine/spec/versions/deviations";
import type { Experiment } from "@/engine/spec/experiment";
import type { FusedChoice } from "@/engine/types/fused-choice";
import type { FusedQuestion } from "@/engine/types/fused-question";

interface Asked {
  readonly experiment: Experiment;
  readonly choice: FusedChoice;
}

/** Whether this question alone speaks against the fused implementation. */
const onlyNo = ({ questions }: FusedChoice, subject: FusedQuestion["subject"]): boolean =>
  questions.length > 0 && questions.every((each) => each.isOpen === (each.subject !== subject));

/** By the id of a deviation: the configurations that it is about, in the versions that it names. */
const isAbout: Readonly<Record<string, (asked: Asked) => boolean>> = {
  // The value passes for one that some rank has a fused implementation for, and then there is none at rank 4.
  "axis-minus-four": ({ experiment, choice }) =>
    experiment.fused === null && choice.shape.length === 4 && onlyNo(choice, "layout"),
  "float64-fused": ({ experiment, choice }) =>
    experiment.dtype === "float64" && choice.shape.length === 4 && onlyNo(choice, "dtype"),
};

/** The documented deviation that a figure of this configuration must not keep to itself. */
export const deviationOf = (asked: Asked): Deviation | null =>
  deviations.find(
    ({ id, profiles = [] }) =>
      profiles.includes(asked.experiment.profile) && isAbout[id]?.(asked) === true,
  ) ?? null;
