import { switchesOf } from "@/engine/spec/profiles";
import type { CodeNote } from "./code";
import { note } from "./code";
import { isFrozen } from "./freezing";
import type { CodeFreezing } from "./freezing";
import type { CodeSubject } from "./subject";

/** What a program must do besides keeping γ and β, to freeze as the version shown does. */
export interface FreezingWords {
  readonly always: string;
  /** Where a frozen layer normalizes with the moving statistics. */
  readonly inference: string;
  /** Where it normalizes with the batch, and the moving statistics stay. */
  readonly stay: string;
}

/** A note on a run that freezes its layer; a text of one step only needs no words on how. */
export function freezingNotes(
  { freezing, profile }: CodeSubject,
  words: FreezingWords | null,
): readonly CodeNote[] {
  if (freezing === null) return [];
  const { from, step } = freezing;
  const isNow = isFrozen(freezing);
  const state = isNow ? "frozen" : "before it";
  const head = `The run freezes the layer from step ${from} on. Step ${step} is ${state}`;
  return [
    note(
      "frozen_from",
      words === null
        ? `${head}, and computed with trainable=${isNow ? "False" : "True"}.`
        : `${head}, so the text has ${isNow ? "trainable=False" : "a layer that trains"}. ${howText(freezing, words.always + extra(profile, words))}`,
    ),
  ];
}

function howText(freezing: CodeFreezing, how: string): string {
  const { from } = freezing;
  if (!isFrozen(freezing)) return `From step ${from} on, ${how}.`;
  if (from === 1) return `The layer never trains: ${how}.`;
  const steps = from === 2 ? "one step" : `${from - 1} steps`;
  return `To follow the run, build it to train, take ${steps}, then ${how}.`;
}

function extra(profile: CodeSubject["profile"], { inference, stay }: FreezingWords): string {
  const { frozenMeansInference, frozenStillUpdates } = switchesOf(profile);
  if (frozenMeansInference) return inference;
  return frozenStillUpdates ? "" : stay;
}
