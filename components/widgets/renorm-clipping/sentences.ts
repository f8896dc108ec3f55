import { formatNumber, formatShare } from "@/components/charts/format/number";
import { leavesPlain } from "@/components/measures/clipped-steps";
import type { FigureModel } from "./figure-model";

type Seen = Omit<FigureModel, "sentences">;
type Correction = NonNullable<Seen["correction"]>;

/** Says in words what the figure shows now, the most important first. */
export function sentencesFor(seen: Seen): readonly string[] {
  const { correction } = seen;
  if (correction === null) return [absenceSentence(seen)];
  return [
    stepSentence(seen, correction),
    clippedSentence(seen, correction),
    versionSentence(seen),
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
    return applied === wanted
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

const versionSentence = ({ isWeighted }: Seen): string =>
  isWeighted
    ? "This version fills up what its averages still lack with the batch itself: step 1 has r = 1 and d = 0, and the correction grows as they gather weight."
    : "This version corrects towards averages as they are, which begin at 0 and 1: r and d are large until these have settled.";

function gapSentence({ outputs }: Seen): string {
  const distance = (mode: "plain" | "renorm"): number =>
    Math.max(...outputs[mode].map((y, i) => Math.abs(y - (outputs.inference[i] ?? NaN))));
  return `Inference mode differs from training by up to ${formatNumber(distance("renorm"), 3)} in this batch; plain Batch Normalization would differ by up to ${formatNumber(distance("plain"), 3)}.`;
}
