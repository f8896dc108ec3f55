import { formatNumber } from "@/components/charts/format/number";
import type { ChosenStep, FigureModel } from "./figure-model";
import { startSentences } from "./start-sentences";

export type Seen = Omit<FigureModel, "sentences">;

type Update = NonNullable<ChosenStep["update"]>;

/** Sums leave a dust around zero that means nothing. */
const isDust = (value: number): boolean => Math.abs(value) < 1e-12;

const n = (value: number): string => formatNumber(isDust(value) ? 0 : value);

/** Says in words what the figure shows now, the most important first. */
export const sentencesFor = (seen: Seen): readonly string[] => {
  const { chosen } = seen;
  if (chosen === null) return [absenceSentence(seen)];
  const { update } = chosen;
  const moved =
    update === null
      ? [stillSentence(seen, chosen)]
      : [
          stepSentence(seen, chosen, update),
          pullSentence(seen, chosen, update),
          overshootSentence(seen, chosen, update),
          projectionSentence(seen, update),
          penaltySentence(seen, update),
        ];
  const [main = "", ...rest] = moved.filter((sentence) => sentence !== null);
  return [main, ...startSentences(seen), ...rest];
};

function absenceSentence({ parameter, symbol }: Seen): string {
  const argument = parameter === "gamma" ? "scale" : "center";
  return `${argument}=false: the layer has no ${symbol}, so there is nothing to start, to train, to regularize or to constrain.`;
}

function stillSentence(seen: Seen, { after }: ChosenStep): string {
  const { symbol, channelName, step, steps, momentum, stillness, start } = seen;
  const first = start?.first ?? NaN;
  const subject = `${symbol} of ${channelName}`;
  if (stillness === "no-optimizer") {
    return `Nothing trains ${subject} here: with optimizer=none it is ${n(first)} in all ${steps} steps.`;
  }
  if (stillness === "frozen") {
    return `trainable=false freezes ${subject} at ${n(first)}: the optimizer finds nothing to train.`;
  }
  if (after === first) {
    return `After step ${step} ${subject} is ${n(after)}, as at the start: no batch has moved it, and no optimizer does.`;
  }
  return `After step ${step} ${subject} is ${n(after)}, from ${n(first)} at the start: each batch moves it 1 − momentum = ${n(1 - momentum)} of the way, and no optimizer does.`;
}

const optimizerNames = { none: "", sgd: "SGD", adam: "Adam" } as const;

function stepSentence(seen: Seen, { before, after }: ChosenStep, update: Update): string {
  const { symbol, channelName, step, optimizer, words } = seen;
  const subject = `${symbol} of ${channelName}`;
  if (!Number.isFinite(after)) {
    return `After step ${step} ${subject} is ${n(after)}: the steps before went too far for the layer’s dtype.`;
  }
  const by = optimizerNames[optimizer];
  if (isDust(update.proposed - before) && !update.isProjected) {
    return `In step ${step} ${by} leaves ${subject} at ${n(before)}: ${isDust(update.gradient) ? "its gradient is 0" : "the step is too small to count"}.`;
  }
  const moved = `In step ${step} ${by} moves ${subject} from ${n(before)} to ${n(update.proposed)}`;
  return update.isProjected
    ? `${moved}, and ${words.constraint ?? "the constraint"} sets it to ${n(update.projected)}.`
    : `${moved}.`;
}

function pullSentence({ parameter, words }: Seen, { before }: ChosenStep, update: Update): string {
  const { lossGradient, penaltyGradient, gradient } = update;
  if (parameter === "gamma" && isDust(before)) {
    return "At γ = 0 every output is β, whatever the input, and x̂ has mean 0: this loss has no slope in γ there.";
  }
  if (penaltyGradient === null || words.regularizer === null) {
    return `The loss, half the mean square of the outputs, has the gradient ${n(lossGradient)}; there is no penalty.`;
  }
  return `The loss, half the mean square of the outputs, has the gradient ${n(lossGradient)}, the penalty ${words.regularizer} has ${n(penaltyGradient)}; the step goes by their sum, ${n(gradient)}.`;
}

/** Of an optimizer's step that carries the parameter to the other side of 0. */
function overshootSentence(
  { symbol }: Seen,
  { before }: ChosenStep,
  { proposed }: Update,
): string | null {
  if (isDust(before) || !(before * proposed < 0)) return null;
  return Math.abs(proposed) > Math.abs(before)
    ? `The step carries ${symbol} past 0, and further away than it was: such steps grow from one to the next.`
    : `The step carries ${symbol} past 0.`;
}

function projectionSentence(
  { words, value, steps, symbol, channelCount }: Seen,
  { isProjected, proposedNorm, projectedNorm }: Update,
): string | null {
  if (words.constraint === null || value === null) return null;
  const [first] = value.projections;
  if (first === undefined) return `${words.constraint} changes nothing in this channel.`;
  const times = `${words.constraint} changes ${symbol} of this channel in ${value.projections.length} of ${steps} steps, step ${first} the first.`;
  return isProjected && words.constraint.includes("norm")
    ? `${times} It goes by the norm over all ${channelCount} channels, here ${n(proposedNorm)}, and multiplies each ${symbol} by ${n(projectedNorm / proposedNorm)}.`
    : times;
}

const penaltySentence = (
  { symbol, channelCount }: Seen,
  { penalty, loss }: Update,
): string | null =>
  penalty === null
    ? null
    : `The penalty of all ${channelCount} ${symbol} together is ${n(penalty)}, beside a loss of ${n(loss)}.`;
