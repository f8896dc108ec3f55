import type { Experiment } from "@/engine/spec/experiment";
import { switchesOf } from "@/engine/spec/profiles";
import type { FusedChoice } from "@/engine/types/fused-choice";
import type { FusedQuestion } from "@/engine/types/fused-question";
import type { PathEnd, PathStep } from "./figure-model";
import { given, orList, shapeText } from "./texts";

interface Asked {
  readonly experiment: Experiment;
  readonly choice: FusedChoice;
}

interface Wording {
  readonly question: string;
  readonly values: string;
}

const rankOf = ({ shape }: FusedChoice): number => shape.length;

/** Each question so that "yes" leaves the fused implementation possible, and what its answer is read off. */
const wordings: Readonly<Record<FusedQuestion["subject"], (asked: Asked) => Wording>> = {
  fused: ({ experiment }) => ({
    question: "Does fused allow it?",
    values: given(experiment, "fused"),
  }),
  renorm: ({ experiment }) => ({
    question: "Is renorm off?",
    values: given(experiment, "renorm"),
  }),
  axis: ({ experiment }) => ({
    question: `Is there one axis, and is it ${orList(switchesOf(experiment.profile).fusedAxisValues)}?`,
    values: given(experiment, "axis"),
  }),
  virtual_batch_size: ({ experiment }) => ({
    question: "Are there no ghost batches?",
    values: given(experiment, "virtual_batch_size"),
  }),
  adjustment: ({ experiment }) => ({
    question: "Is there no adjustment?",
    values: given(experiment, "adjustment"),
  }),
  regularizer: ({ experiment }) => ({
    question: "Do γ and β have no regularizer?",
    values: `${given(experiment, "gamma_regularizer")}, ${given(experiment, "beta_regularizer")}`,
  }),
  dtype: ({ experiment }) => ({
    question: "Is dtype float16 or float32?",
    values: given(experiment, "dtype"),
  }),
  rank: ({ experiment, choice }) => ({
    question: `Do the inputs have rank ${orList(Object.keys(switchesOf(experiment.profile).fusedAxes))}?`,
    values: `shape ${shapeText(choice.shape)}, rank ${rankOf(choice)}`,
  }),
  layout: ({ experiment, choice }) => {
    const axes = switchesOf(experiment.profile).fusedAxes[rankOf(choice)];
    return {
      question:
        axes === undefined
          ? "Is there a fused implementation for the axis at this rank?"
          : `Is it, at rank ${rankOf(choice)}, axis ${orList(axes)}?`,
      values: `${given(experiment, "axis")} of ${rankOf(choice)} axes`,
    };
  },
};

/** Every question in the layer's order, with what this configuration answers. */
export const pathOf = (asked: Asked): readonly PathStep[] =>
  asked.choice.questions.map((question, place) => {
    const { subject, askedBy, isOpen } = question;
    const isAsked = place < asked.choice.asked;
    const state = !isAsked ? "unasked" : isOpen ? "passed" : "deciding";
    return {
      subject,
      askedBy,
      ...wordings[subject](asked),
      isYes: isOpen,
      state,
      leadsTo: isAsked ? leadsTo(question, place, asked.choice) : "not asked",
    };
  });

function leadsTo({ isOpen }: FusedQuestion, place: number, choice: FusedChoice): string {
  const { outcome, questions } = choice;
  if (isOpen) {
    if (place < questions.length - 1) return "goes on";
    return outcome.fused === true ? "fused" : "goes on";
  }
  return isRefusedHere(choice) ? "ValueError" : "not fused";
}

/** Whether the question that decided is also why the layer was refused. */
export function isRefusedHere({ outcome, questions, asked }: FusedChoice): boolean {
  const last = questions[asked - 1];
  return outcome.refusal !== null && last?.refusal?.code === outcome.refusal.code;
}

/** The three ends, and the one that was reached; a layer that only its batch is refused by has its implementation. */
export function endsOf({ choice, experiment }: Asked): readonly PathEnd[] {
  const { outcome } = choice;
  const isBinding = switchesOf(experiment.profile).fusedIsBinding;
  return [
    {
      kind: "fused",
      title: "Fused",
      note: "moves V towards v · m/(m − 1)",
      isTaken: outcome.fused === true,
    },
    {
      kind: "unfused",
      title: "Not fused",
      note: "moves V towards v, unless renorm or ghost batches say otherwise",
      isTaken: outcome.fused === false,
    },
    {
      kind: "refused",
      title: outcome.refusal === null ? "Refused" : outcome.refusal.kind,
      note:
        outcome.refusal === null
          ? isBinding
            ? "what fused=true meets in this version where it cannot be honoured"
            : "not for the sake of fused, in this version"
          : `${outcome.refusedBy === "call" ? "the call" : outcome.refusedBy === "build" ? "build" : "the constructor"}: ${outcome.refusal.message}`,
      isTaken: outcome.refusal !== null,
    },
  ];
}
