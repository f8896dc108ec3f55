import type { Comparison } from "./comparison";

/** What a figure looks at. */
interface LookedAt {
  readonly channelName: string;
  readonly steps: number;
  readonly step: number;
}

/** What a comparison is of, where two figures look at the same step of the same channel; null where they do not. */
export const sameStep = (a: LookedAt, b: LookedAt): Pick<Comparison, "subject" | "at"> | null =>
  a.step === b.step && a.steps === b.steps && a.channelName === b.channelName
    ? { subject: a.channelName, at: `step ${a.step}` }
    : null;
