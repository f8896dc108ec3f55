import { formatNumber, formatShare } from "@/components/charts/format/number";
import type { FigureModel } from "./figure-model";
import { movedIn } from "./versions";

type Seen = Omit<FigureModel, "sentences">;

/** Sums in float32 leave a dust around zero that means nothing. */
const short = (value: number): string => formatNumber(Math.abs(value) < 5e-5 ? 0 : value, 3);

/** Says in words what the figure shows now, the most important first. */
export const sentencesFor = (seen: Seen): readonly string[] =>
  [mainSentence, outputSentence, startSentence, parameterSentence, versionSentence].flatMap(
    (sentence) => sentence(seen) ?? [],
  );

const movingMean = ({ channelName }: Seen): string => `the moving mean of ${channelName}`;

function mainSentence(seen: Seen): string {
  const { step, steps, frozenFrom, isFrozen, mean, chosen } = seen;
  if (![chosen.left, chosen.batchMean].every(Number.isFinite)) {
    return `After step ${step} ${movingMean(seen)} is ${formatNumber(chosen.left)}: a batch or the initial value held a number that is not finite or too large for the layer’s dtype.`;
  }
  const follows = `${movingMean(seen)} is ${short(chosen.left)}, its batch’s mean ${short(chosen.batchMean)}`;
  if (frozenFrom === null) {
    return `The layer is trainable in all ${steps} steps: after step ${step} ${follows}.`;
  }
  if (!isFrozen) {
    return `In step ${step} the layer still trains, ${follows}; from step ${frozenFrom} on it is frozen.`;
  }
  const since = frozenFrom === 1 ? "Frozen from the start" : `Frozen since step ${frozenFrom}`;
  const uses = chosen.usesBatch
    ? "the layer still normalizes with each batch in training mode"
    : "the layer normalizes with its moving statistics in training mode too";
  const before = mean.moving[frozenFrom - 1] ?? NaN;
  const moved = seen.goesOn
    ? `${movingMean(seen)} has gone on from ${short(before)} to ${short(chosen.left)}`
    : `${movingMean(seen)} stands at ${short(before)}`;
  return `${since}, ${uses}; ${moved}, and the mean of step ${step}’s batch is ${short(chosen.batchMean)}.`;
}

/** Means of the two modes nearer to each other than this are the same to a next layer. */
const near = 0.25;

function outputSentence(seen: Seen): string | null {
  const { step, training, inference, isFrozen, chosen } = seen;
  const [trained, inferred] = [training.mean[step - 1] ?? NaN, inference.mean[step - 1] ?? NaN];
  if (![trained, inferred].every(Number.isFinite)) return null;
  const numbers = `the outputs of step ${step} have mean ${short(trained)} in training mode and ${short(inferred)} in inference mode`;
  const distance = Math.abs(trained - inferred);
  const size = near * Math.abs(chosen.gamma);
  if (distance >= size) {
    return `The modes disagree: ${numbers}. What follows the layer is trained on the one and used with the other.`;
  }
  const isAway = Math.abs(inferred - chosen.beta) >= size;
  if (isFrozen && isAway) {
    return `The modes agree, and both have moved away from β = ${short(chosen.beta)}: ${numbers}. What follows the layer meets inputs that it did not meet before.`;
  }
  return `The modes agree: ${numbers}.`;
}

function startSentence({ frozenFrom, goesOn, momentum }: Seen): string | null {
  if (frozenFrom === null || goesOn) return null;
  if (frozenFrom === 1) {
    return "The moving statistics are the initial ones: the layer has never trained.";
  }
  const left = momentum ** (frozenFrom - 1);
  return left < 0.02
    ? null
    : `${formatShare(left)} of the initial value was in the moving statistics when they stopped, and stays there.`;
}

function parameterSentence(seen: Seen): string | null {
  const { isOptimized, isFrozen, frozenFrom, gamma, beta, step } = seen;
  if (!isOptimized || !isFrozen || frozenFrom === null) return null;
  const isKept = [gamma, beta].every((values) => Object.is(values[frozenFrom - 1], values[step]));
  return isKept
    ? `The optimizer goes on and leaves γ at ${short(gamma[step] ?? NaN)} and β at ${short(beta[step] ?? NaN)}.`
    : `The optimizer has moved γ to ${short(gamma[step] ?? NaN)} and β to ${short(beta[step] ?? NaN)}.`;
}

const listed = (names: readonly string[]): string => names.join(", ") || "nothing";

/** What the version of the run was seen to do with a frozen layer in training mode. */
function versionSentence({ cases, versionLabel, groups }: Seen): string | null {
  const frozen = cases.find(({ trainable, training }) => !trainable && training);
  if (frozen === undefined) return null;
  const others = groups.filter(({ isChosen, cases: seen }) => !isChosen && seen !== null).length;
  const differ =
    others === 0
      ? "all versions that take these settings do the same"
      : `${others === 1 ? "one other behaviour is" : `${others} other behaviours are`} found among the versions`;
  return `One frozen call in training mode and one optimizer step in ${versionLabel}: normalizes with ${frozen.usesBatch ? "the batch" : "the moving statistics"}, moves ${listed(movedIn(frozen))}; ${differ}.`;
}
