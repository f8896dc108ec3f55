import type { Experiment } from "@/engine/spec/experiment";

/** A run that freezes its layer on the way. */
export interface CodeFreezing {
  /** The first frozen step. */
  readonly from: number;
  /** The step that is shown. */
  readonly step: number;
}

/** How a run freezes its layer; null where it never does, or the layer is frozen from the start anyway. */
export const freezingOf = (
  { trainable, frozen_from: from }: Pick<Experiment, "trainable" | "frozen_from">,
  step: number,
): CodeFreezing | null => (trainable && from !== null ? { from, step } : null);

export const isFrozen = (freezing: CodeFreezing | null): boolean =>
  freezing !== null && freezing.step >= freezing.from;
