import { batchOfOne } from "./batch-of-one";
import { clippedOften } from "./clipped-steps";
import type { Evidence, Finding, Inspection } from "./finding";
import { frozen } from "./frozen";
import { ghostSize } from "./ghost-size";
import { modeGap } from "./mode-gap";
import { notFinite } from "./not-finite";
import { stillAtStart } from "./still-at-start";
import { unmaskedPadding } from "./unmasked-padding";
import { updatesNotRun } from "./updates-not-run";
import { zeroVariance } from "./zero-variance";

/** The most certain first: what follows from one of them often explains the next. */
const inspections: readonly Inspection[] = [
  updatesNotRun,
  notFinite,
  frozen,
  batchOfOne,
  zeroVariance,
  unmaskedPadding,
  stillAtStart,
  clippedOften,
  modeGap,
];

/** Everything that is the matter, the most certain first. Where there is no run, only why; an older one tells nothing. */
export function findingsOf(evidence: Evidence): readonly Finding[] {
  const { refusal = null } = evidence;
  if (refusal !== null) return [ghostSize(refusal) ?? unexplained];
  return inspections.flatMap((inspect) => inspect(evidence) ?? []);
}

const unexplained: Finding = {
  title: "These settings have no run",
  cause: "The message above the figure says what was refused.",
  remedy: "Change what it names, or undo the last change.",
};
