import { batchOfOne } from "./batch-of-one";
import { clippedOften } from "./clipped-steps";
import type { Evidence, Finding, Inspection } from "./finding";
import { frozen } from "./frozen";
import { modeGap } from "./mode-gap";
import { notFinite } from "./not-finite";
import { stillAtStart } from "./still-at-start";
import { unmaskedPadding } from "./unmasked-padding";
import { zeroVariance } from "./zero-variance";

/** The most certain first: what follows from one of them often explains the next. */
const inspections: readonly Inspection[] = [
  notFinite,
  frozen,
  batchOfOne,
  zeroVariance,
  unmaskedPadding,
  stillAtStart,
  clippedOften,
  modeGap,
];

/** Everything that is the matter with a run, the most certain first. */
export const findingsOf = (evidence: Evidence): readonly Finding[] =>
  inspections.flatMap((inspect) => inspect(evidence) ?? []);
