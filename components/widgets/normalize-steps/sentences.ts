import { formatNumber } from "@/components/charts/format/number";
import type { FigureModel, Stage } from "./figure-model";
import { plural, short } from "./words";

export type Seen = Omit<FigureModel, "sentences" | "grid">;

/** Says in words what the figure shows now, the most important first. */
export const sentencesFor = (seen: Seen): readonly string[] =>
  [
    mainSentence,
    brokenSentence,
    movingSentence,
    frozenSentence,
    clippedSentence,
    spreadSentence,
    aloneSentence,
    ghostSentence,
    paddingSentence,
    editsSentence,
  ].flatMap((sentence) => sentence(seen) ?? []);

const subject = ({ example, channelName }: Seen): string => `Example ${example}’s ${channelName}`;

/** The inputs of which a statistic is. */
function counted({ sharers, ghostBatches, selected, padding, isMasked }: Seen): string {
  const inputs = `the ${plural(sharers.length, "input")}`;
  const masked = isMasked && padding > 0 ? " without padding" : "";
  return ghostBatches > 1
    ? `${inputs} of ghost batch ${selected.ghost}${masked}`
    : `${inputs} of its column${masked}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A mask may leave none of the inputs that a statistic is of. */
const isOfNothing = ({ usesBatch, sharers }: Seen): boolean => usesBatch && sharers.length === 0;

function ofNothing(seen: Seen, statistic: string): string {
  const { channelName, ghostBatches, selected } = seen;
  const where = ghostBatches > 1 ? ` in ghost batch ${selected.ghost}` : "";
  return `The mask leaves no input of ${channelName}${where}: ${statistic}, for TensorFlow takes 0 divided by 0 as 0 here.`;
}

function inputsSentence(seen: Seen): string {
  const { step, batchSize, channelNames, selected } = seen;
  return `Step ${step} brings ${plural(batchSize, "example")} of ${plural(channelNames.length, "channel")}. ${subject(seen)} is ${short(selected.input)}.`;
}

function meanSentence(seen: Seen): string {
  const { channelName, selected, usesBatch } = seen;
  if (isOfNothing(seen)) return ofNothing(seen, `μ is ${short(selected.mean)}`);
  return usesBatch
    ? `The mean of ${channelName} is μ = ${short(selected.mean)}, over ${counted(seen)}.`
    : `A frozen layer takes no mean of its batch: μ is the moving mean of ${channelName}, ${short(selected.mean)}.`;
}

function varianceSentence(seen: Seen): string {
  const { channelName, selected, usesBatch } = seen;
  if (isOfNothing(seen)) return ofNothing(seen, `v is ${short(selected.variance)}`);
  const variance = `v = ${short(selected.variance)}, a standard deviation of ${short(Math.sqrt(selected.variance))}`;
  return usesBatch
    ? `${capital(counted(seen))} lie around their mean with variance ${variance}.`
    : `A frozen layer takes no variance of its batch: it uses the moving variance of ${channelName}, ${variance}.`;
}

function normalizedSentence(seen: Seen): string {
  const { selected } = seen;
  const { normalized } = selected;
  const made = `${subject(seen)}, ${short(selected.input)}, becomes x̂ = ${short(normalized)}`;
  if (isOfNothing(seen)) {
    return `${made}: the mask leaves no input to have statistics of, μ and v are 0, and x̂ is x / √ε.`;
  }
  if (normalized === 0) return `${made}: it lies at the mean.`;
  return `${made}: it lies ${short(Math.abs(normalized))} times √(v + ε) ${normalized < 0 ? "below" : "above"} the mean.`;
}

function renormSentence({ channelName, selected }: Seen): string {
  const { normalized, renorm } = selected;
  return `Renorm turns x̂ = ${short(normalized)} into x̂·r + d = ${short(renorm?.corrected ?? NaN)}: every example’s ${channelName} is multiplied by r = ${short(renorm?.r ?? NaN)} and moved by d = ${short(renorm?.d ?? NaN)}.`;
}

function adjustmentSentence({ selected }: Seen): string {
  const { normalized, renorm, adjustment } = selected;
  return `The adjustment turns ${short(renorm?.corrected ?? normalized)} into ${short(adjustment?.adjusted ?? NaN)}: times a = ${short(adjustment?.scale ?? NaN)}, plus b = ${short(adjustment?.bias ?? NaN)}, both drawn anew at each step and absent in inference mode.`;
}

function outputSentence(seen: Seen): string {
  const { selected } = seen;
  const { gamma, beta, output, input } = selected;
  const made = `${subject(seen)}, ${short(input)}, leaves the layer as y = ${short(output)}`;
  return gamma === 1 && beta === 0
    ? `${made}: γ is 1 and β is 0, as they start, and change nothing.`
    : `${made}: times γ = ${short(gamma)}, plus β = ${short(beta)}.`;
}

const mainSentences: Readonly<Record<Stage, (seen: Seen) => string>> = {
  inputs: inputsSentence,
  mean: meanSentence,
  variance: varianceSentence,
  normalized: normalizedSentence,
  renorm: renormSentence,
  adjustment: adjustmentSentence,
  output: outputSentence,
};

/** What is not finite has no size to compare. */
const isBroken = ({ selected }: Seen): boolean =>
  ![selected.mean, selected.variance, selected.normalized, selected.output].every(Number.isFinite);

const mainSentence = (seen: Seen): string =>
  isBroken(seen) && seen.stage.id === "normalized"
    ? `${subject(seen)}, ${short(seen.selected.input)}, becomes x̂ = ${short(seen.selected.normalized)}.`
    : mainSentences[seen.stage.id](seen);

function brokenSentence(seen: Seen): string | null {
  if (!isBroken(seen)) return null;
  const { selected, epsilon, channelName, usesBatch, sharers } = seen;
  if (usesBatch && sharers.length === 0) {
    return `No input is left of which ${channelName} could have statistics, so its outputs are not what they should be.`;
  }
  if (selected.variance === 0 && epsilon === 0) {
    return `What counts of ${channelName} does not vary and epsilon is 0: x̂ divides 0 by 0.`;
  }
  const outside = usesBatch ? "in this column" : "in this column or in the moving statistics";
  return `Not every number of example ${seen.example}’s ${channelName} is finite: something ${outside} is not, or is too large for the layer’s dtype, and the mean carries it into every cell that shares it.`;
}

/** What the step leaves for inference mode. */
function movingSentence({ stage, usesBatch, moving, channel, step }: Seen): string | null {
  const of = moving[channel];
  if (!usesBatch || of === undefined) return null;
  const moves = (what: string, before: number, after: number): string =>
    `For inference mode, step ${step} moves the moving ${what} from ${short(before)} to ${short(after)}.`;
  if (stage.id === "mean") return moves("mean", of.meanBefore, of.meanAfter);
  return stage.id === "variance" ? moves("variance", of.varianceBefore, of.varianceAfter) : null;
}

const frozenSentence = ({ usesBatch, stage }: Seen): string | null =>
  usesBatch || stage.id === "mean" || stage.id === "variance"
    ? null
    : "The layer is frozen: it runs in inference mode, with the moving mean and the moving variance. No example depends on another one.";

function clippedSentence({ stage, selected: { renorm } }: Seen): string | null {
  if (stage.id !== "renorm" || renorm === null) return null;
  const { r, d, unclipped } = renorm;
  const parts = [
    r === unclipped.r ? "" : `r would be ${short(unclipped.r)}`,
    d === unclipped.d ? "" : `d would be ${short(unclipped.d)}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? null : `Without its bounds ${parts.join(" and ")}.`;
}

/** Epsilon always takes something, which rounding must not hide. */
const keptText = (kept: number): string =>
  kept < 1 && formatNumber(kept, 6) === "1" ? ", almost 1" : ` = ${formatNumber(kept, 6)}`;

/** The share of the variance that epsilon leaves. */
function spreadSentence(seen: Seen): string | null {
  const { stage, usesBatch, selected, epsilon, sharers } = seen;
  if (stage.id !== "normalized" || !usesBatch || isBroken(seen) || sharers.length < 2) return null;
  if (!(selected.variance > 0)) return null;
  const kept = selected.variance / (selected.variance + epsilon);
  return `The x̂ of ${counted(seen)} have mean 0 and variance v/(v + ε)${keptText(kept)}.`;
}

function aloneSentence({ usesBatch, sharers, selected }: Seen): string | null {
  if (!usesBatch || sharers.length !== 1 || selected.renorm !== null) return null;
  return "The statistics are of one input alone: μ is that input, v is 0, x̂ is 0, and its output is β whatever the input.";
}

function ghostSentence({ ghostBatches, usesBatch, batchSize }: Seen): string | null {
  if (ghostBatches === 1 || !usesBatch) return null;
  return `The ${plural(batchSize, "example")} form ${ghostBatches} ghost batches, each with a mean and a variance of its own: example n lies in ghost batch n mod ${ghostBatches}.`;
}

function paddingSentence({ padding, batchSize, isMasked, usesBatch }: Seen): string | null {
  if (padding === 0) return null;
  const isOne = padding === 1;
  const count = isOne ? "last" : `last ${padding}`;
  const last = `The ${count} of the ${plural(batchSize, "example")} ${isOne ? "is" : "are"} padding`;
  const [its, it] = isOne ? ["its", "it is"] : ["their", "they are"];
  if (!usesBatch) return `${last}: zeros, which are normalized like the others.`;
  return isMasked
    ? `${last}: the mask leaves ${its} zeros out of the statistics, and ${it} normalized like the others.`
    : `${last}: without a mask ${its} zeros are in the mean and in the variance.`;
}

function editsSentence({ edits, idleEdits, step, usesBatch }: Seen): string | null {
  const active = edits.filter((edit) => !idleEdits.includes(edit) && edit.step <= step);
  if (active.length === 0) return null;
  const here = active.filter((edit) => edit.step === step).length;
  const before = active.length - here;
  const places = [
    here > 0 ? `${here} in this step` : "",
    before > 0 ? `${before} in steps before` : "",
  ].filter((part) => part !== "");
  const moved = usesBatch ? ", and its moving statistics follow them" : "";
  return `The run is computed with ${plural(active.length, "edited input")}, ${places.join(" and ")}${moved}.`;
}
