import { limitsInWords } from "@/components/measures/output-summary";
import { batchOfOne } from "./batch-of-one";
import { clippedOften } from "./clipped-steps";
import { diverging } from "./diverging";
import { epsilonOutweighs } from "./epsilon-outweighs";
import type { Evidence, Finding, Inspection } from "./finding";
import { frozen } from "./frozen";
import { ghostSize } from "./ghost-size";
import { modeGap } from "./mode-gap";
import { notFinite } from "./not-finite";
import { notPositive } from "./not-positive";
import { outputsNotFinite } from "./outputs-not-finite";
import { smallBatch } from "./small-batch";
import { sortedBatches } from "./sorted-batches";
import { stillAtStart } from "./still-at-start";
import { unmaskedPadding } from "./unmasked-padding";
import { updatesNotRun } from "./updates-not-run";
import { zeroVariance } from "./zero-variance";

/** The most certain first: what follows from one of them often explains the next. */
const inspections: readonly Inspection[] = [
  updatesNotRun,
  notFinite,
  notPositive,
  diverging,
  frozen,
  batchOfOne,
  smallBatch,
  zeroVariance,
  unmaskedPadding,
  sortedBatches,
  stillAtStart,
  epsilonOutweighs,
  clippedOften,
  modeGap,
];

/** Everything that is the matter, the most certain first. Where there is no run, only why; an older one tells nothing. */
export function findingsOf(evidence: Evidence): readonly Finding[] {
  const { refusal = null } = evidence;
  if (refusal !== null) return [ghostSize(refusal) ?? unexplained];
  const found = inspections.flatMap((inspect) => inspect(evidence) ?? []);
  return found.length > 0 ? found : [outputsNotFinite(evidence)].filter((each) => each !== null);
}

const unexplained: Finding = {
  title: "These settings have no run",
  cause: "The message above the figure says what was refused.",
  remedy: "Change what it names, or undo the last change.",
};

/** What was looked at where nothing was found, and no more than that. */
export function nothingFound({ run, channel }: Evidence): string {
  const { statistics, chosen } = run;
  const name = statistics.channels[channel] ?? "";
  const gap = chosen.usesBatch
    ? `the two modes are not apart by more than ${limitsInWords}`
    : "both modes are the same";
  return `Nothing found: the run’s statistics and the outputs of ${name} in step ${chosen.step}’s own batch are finite, its moving statistics hold next to nothing of their start, and over all examples ${gap}.`;
}
