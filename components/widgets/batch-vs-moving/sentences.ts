import { counted } from "@/components/charts/format/counted";
import { formatNumber, formatShare } from "@/components/charts/format/number";
import { formatSummary } from "@/components/charts/format/summary";
import { modesAgree } from "@/components/measures/output-summary";
import type { OutputSummary } from "@/components/measures/output-summary";
import type { ModeOutputs } from "@/components/measures/typical-outputs";
import type { FigureModel } from "./figure-model";

type Seen = Omit<FigureModel, "sentences">;

/** Says in words what the figure shows now, the most important first. */
export function sentencesFor(seen: Seen): readonly string[] {
  const broken = brokenSentence(seen);
  if (broken !== null) return [broken];
  return [
    seen.moves ? memorySentence(seen) : frozenSentence(seen),
    outputSentence(seen),
    renormSentence(seen),
    ghostSentence(seen),
    paddingSentence(seen),
    smallBatchSentence(seen),
    constantSentence(seen),
    fusedSentence(seen),
  ].filter((sentence) => sentence !== null);
}

function brokenSentence({ mean, variance, channelName }: Seen): string | null {
  const steps = [mean.firstNonFinite, variance.firstNonFinite].filter((step) => step !== null);
  if (steps.length === 0) return null;
  const first = Math.min(...steps);
  const culprit = mean.firstNonFinite === first ? "mean" : "variance";
  const series = culprit === "mean" ? mean : variance;
  const state = `the moving ${culprit} of ${channelName} is ${formatNumber(series.moving[first] ?? NaN)}`;
  if (first === 0) {
    return `From the start ${state}: its initial value is too large for the layer’s dtype, and no batch can average it away.`;
  }
  const cause = Number.isFinite(series.batch[first - 1])
    ? `the batch’s ${culprit} was too large for the layer’s dtype`
    : "a batch held a number that is not finite";
  return `From step ${first} on, ${state}: ${cause}, and no later batch can average it away.`;
}

function memorySentence({ step, momentum, mean, channelName }: Seen): string {
  const left = momentum ** step;
  const { after, batch } = mean.chosen;
  const numbers = `moving mean ${formatNumber(after)}, batch mean ${formatNumber(batch)}`;
  const when = `After ${counted(step, "step")} at momentum ${formatNumber(momentum, 6)}`;
  if (left === 1) return `${when} the initial values have not moved: ${numbers} in ${channelName}.`;
  const memory = left === 0 ? "nothing" : formatShare(left);
  return `${when}, ${memory} of the initial value is left in the moving statistics of ${channelName} (${formatNumber(momentum, 6)}${superscript(step)}): ${numbers}.`;
}

const superscript = (exponent: number): string =>
  String(exponent).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));

function frozenSentence({ usesBatch, channelName, mean, variance }: Seen): string {
  const statistics = `${formatNumber(mean.chosen.after)} and ${formatNumber(variance.chosen.after)}`;
  return usesBatch
    ? `The layer is frozen, yet in this version training=true still normalizes ${channelName} with each batch’s own statistics; the moving ones stay at ${statistics}.`
    : `The layer is frozen: with training=true it still normalizes ${channelName} with its moving statistics (${statistics}), and none of them moves.`;
}

function renormSentence({ renorm, usesBatch, channelName }: Seen): string | null {
  if (renorm === null || !usesBatch) return null;
  const { r, d, unclipped } = renorm;
  const part = (name: string, value: number, before: number): string =>
    value === before
      ? `${name} = ${formatNumber(value)}`
      : `${name} = ${formatNumber(value)} (clipped from ${formatNumber(before)})`;
  return `Renorm corrects ${channelName} by ${part("r", r, unclipped.r)} and ${part("d", d, unclipped.d)}.`;
}

const ghostSentence = ({ ghostBatches, batchSize, usesBatch }: Seen): string | null =>
  ghostBatches > 1 && usesBatch
    ? `Each of the ${ghostBatches} ghost batches of ${counted(batchSize / ghostBatches, "example")} is normalized by itself; the batch statistics drawn are the averages of theirs.`
    : null;

function outputSentence(seen: Seen): string | null {
  const { outputs, typical, gamma, usesBatch, variance, epsilon } = seen;
  const { training, inference } = outputs;
  const underRoot = variance.chosen.after + epsilon;
  if (underRoot <= 0) {
    return `Inference mode has no finite output: under its root stands the moving variance plus epsilon, ${formatNumber(underRoot)}, which is not above 0.`;
  }
  const pair = (summary: OutputSummary): string => formatSummary(summary, gamma);
  if (![training, inference].every(({ mean }) => Number.isFinite(mean))) return null;
  if (!usesBatch) return `Both modes give this batch ${pair(inference)}.`;
  return `The same batch comes out with ${pair(training)} in training mode and with ${pair(inference)} in inference mode, ${verdictOn(outputs, typical, gamma)}.`;
}

/** Whether the modes agree on this batch, and if they do not, whether that is its own chance. */
function verdictOn(batch: ModeOutputs, typical: ModeOutputs, gamma: number): string {
  const agree = ({ training, inference }: ModeOutputs): boolean =>
    modesAgree(training, inference, gamma);
  const overall = formatSummary(typical.inference, gamma);
  if (agree(typical)) {
    return agree(batch)
      ? "so the two modes agree"
      : `which is this batch’s own chance: over all examples inference mode gives ${overall}`;
  }
  return agree(batch)
    ? `but over all examples inference mode gives ${overall}`
    : "so a model trained on the first would meet the second when it is used";
}

function paddingSentence({ padding, isMasked, batchSize }: Seen): string | null {
  if (padding === 0) return null;
  const subject = `The last ${padding} of the ${counted(batchSize, "example")} are padding`;
  return isMasked
    ? `${subject}; the mask keeps them out of the batch statistics, and they are normalized like the others.`
    : `${subject}: they count as zeros in the batch statistics.`;
}

const isPlain = ({ renorm, first }: Seen): boolean =>
  renorm === null && first.scale === 1 && first.bias === 0;

const smallBatchSentence = (seen: Seen): string | null =>
  seen.batchSize === seen.ghostBatches && seen.usesBatch && seen.epsilon > 0 && isPlain(seen)
    ? "With one example per batch the batch variance is 0 and every training output is β, whatever the input."
    : null;

/** A mean that is not exact leaves a constant channel a dust of variance; this is its bound. */
const isConstant = ({ mean, variance, batchSize }: Seen): boolean =>
  variance.chosen.batch <= (batchSize * Number.EPSILON * Math.abs(mean.chosen.batch)) ** 2;

function constantSentence(seen: Seen): string | null {
  const { batchSize, channelName, usesBatch, epsilon } = seen;
  if (!usesBatch || !isConstant(seen)) return null;
  const subject = batchSize === 1 ? "A batch of one" : `In this batch ${channelName}`;
  if (epsilon === 0) {
    return `${subject} does not vary and epsilon is 0, so training mode divides 0 by 0.`;
  }
  return batchSize === 1
    ? null
    : `${subject} does not vary: only epsilon (${formatNumber(epsilon)}) keeps the division from being 0/0.`;
}

/** From which size of Bessel's correction on it is worth a sentence; below it nobody sees it. */
const visibleCorrection = 0.05;

function fusedSentence({ fused, batchSize, variance }: Seen): string | null {
  const factor = batchSize / Math.max(batchSize - 1, 1);
  if (fused === null || factor < 1 + visibleCorrection) return null;
  return `Had the layer been given inputs of rank 4, it would be fused and store v · ${batchSize}/${batchSize - 1}, ${formatShare(factor - 1)} more: a moving variance of ${formatNumber(fused.after)} in place of ${formatNumber(variance.chosen.after)}.`;
}
