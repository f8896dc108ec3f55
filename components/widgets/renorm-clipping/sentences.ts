import { formatNumber, formatShare } from "@/components/charts/format/number";
import { leavesPlain } from "@/components/measures/clipped-steps";
import type { FigureModel } from "./figure-model";
import { gapSentence } from "./gap";

type Seen = Omit<FigureModel, "sentences">;
type Correction = NonNullable<Seen["correction"]>;

/** Says in words what the figure shows now, the most important first. */
export function sentencesFor(seen: Seen): readonly string[] {
  const { correction } = seen;
  if (correction === null) return [absenceSentence(seen)];
  return [
    stepSentence(seen, correction),
    clippedSentence(seen, correction),
    ...crossedSentences(seen, correction),
    versionSentence(seen, correction),
    gapSentence(seen),
  ];
}

function absenceSentence({ absence }: Seen): string {
  return absence === "off"
    ? "Renorm is off: r is 1, d is 0, and training outputs are those of plain Batch Normalization."
    : "A frozen layer runs in inference mode, so there is no batch to correct.";
}

function stepSentence({ step, channelName }: Seen, { r, d }: Correction): string {
  const at = step - 1;
  const part = (name: string, series: Correction["r"]): string => {
    const [applied, wanted] = [series.applied[at] ?? NaN, series.unclipped[at] ?? NaN];
    return Object.is(applied, wanted)
      ? `${name} = ${formatNumber(applied)}`
      : `${name} = ${formatNumber(applied)}, clipped from ${formatNumber(wanted)}`;
  };
  return `In step ${step} renorm corrects ${channelName} by ${part("r", r)}, and ${part("d", d)}.`;
}

function clippedSentence({ steps }: Seen, { clipped, r, d }: Correction): string {
  if (leavesPlain({ rmin: r.lower, rmax: r.upper, dmax: d.upper })) {
    return "The bounds leave r = 1 and d = 0 in every step: this is plain Batch Normalization.";
  }
  const [first] = clipped;
  if (first === undefined) return "No step of the run is clipped in this channel.";
  return `${formatShare(clipped.length / steps)} of the steps are clipped in this channel, step ${first} the first.`;
}

/** Bounds that cross are no error in TensorFlow: the one that is applied last wins. */
function crossedSentences({ step }: Seen, { r, d }: Correction): readonly string[] {
  const sentence = (
    { lower, upper }: Correction["r"],
    write: (lower: string, upper: string) => string,
  ): readonly string[] => {
    const crossed = Array.from(lower.keys()).filter((i) => (lower[i] ?? NaN) > (upper[i] ?? NaN));
    const [first] = crossed;
    if (first === undefined) return [];
    const shown = crossed.includes(step - 1) ? step - 1 : first;
    const isAll = [lower, upper].every((bounds) => new Set(bounds).size === 1);
    const [low, high] = [lower, upper].map((values) => formatNumber(values[shown] ?? NaN));
    return [`In ${isAll ? "every step" : `step ${shown + 1}`} ${write(low ?? "", high ?? "")}`];
  };
  return [
    ...sentence(
      r,
      (rmin, rmax) =>
        `rmin = ${rmin} is above rmax = ${rmax}: r is raised to rmin first and lowered to rmax after that, so rmax wins and r is ${rmax}.`,
    ),
    ...sentence(
      d,
      (lower, dmax) =>
        `dmax = ${dmax} is negative: d is raised to −dmax = ${lower} first and lowered to dmax after that, so d is ${dmax}, whatever the batch.`,
    ),
  ];
}

/** What the averages begin with, and what they make the run ask for. */
function versionSentence(seen: Seen, { r, d }: Correction): string {
  const { isWeighted, renormMomentum, steps } = seen;
  const asked = (step: number): string =>
    `r = ${formatNumber(r.unclipped[step - 1] ?? NaN, 3)} and d = ${formatNumber(d.unclipped[step - 1] ?? NaN, 3)}`;
  const last = steps === 1 ? "" : `, step ${steps} for ${asked(steps)}`;
  const rest = `step 1 asks for ${asked(1)}${last}`;
  const never = renormMomentum === 1;
  if (isWeighted) {
    const gather = never
      ? ", and at renorm_momentum 1 they never gather weight"
      : " until they have gathered weight";
    return `This version fills up what its averages lack with the batch itself${gather}: ${rest}.`;
  }
  const begin = never
    ? "which at renorm_momentum 1 stay at the 0 and 1 they begin with"
    : "which begin at 0 and 1";
  return `This version corrects towards averages as they are, ${begin}: ${rest}.`;
}
