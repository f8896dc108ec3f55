import { counted } from "@/components/charts/format/counted";
import { formatNumber, formatShare } from "@/components/charts/format/number";
import type { FigureModel, GhostBatch } from "./figure-model";

type Seen = Omit<FigureModel, "sentences">;

const short = (value: number): string => formatNumber(value, 3);

/** Says in words what the figure shows now, the most important first. */
export function sentencesFor(seen: Seen): readonly string[] {
  const { moving } = seen.chosen;
  if (!Number.isFinite(moving)) {
    return [
      `After step ${seen.step} the moving variance of ${seen.channelName} is ${formatNumber(moving)}: a batch or the initial value held a number that is not finite or too large for the layer’s dtype.`,
    ];
  }
  return [
    mainSentence(seen),
    wideningSentence(seen),
    outputSentence(seen),
    groupingSentence(seen),
    memorySentence(seen),
    paddingSentence(seen),
    versionSentence(seen),
  ].filter((sentence) => sentence !== null);
}

const isUnmasked = ({ padding, isMasked }: Seen): boolean => padding > 0 && !isMasked;

const isMaskedIn = ({ padding, isMasked }: Seen): boolean => padding > 0 && isMasked;

/** What is expected of ghost batches that all count the same number of examples, or do not. */
function expectation({ ghostSize, keptShare, padding, chosen }: Seen): string {
  if (keptShare === 0) return "single examples keep nothing of it";
  const share =
    padding > 0 ? short(keptShare) : `1 − 1/${formatNumber(ghostSize, 6)} = ${short(keptShare)}`;
  return `independent examples keep ${share} of it on average, ${short(chosen.expected)}`;
}

function mainSentence(seen: Seen): string {
  const { ghosts, ghostSize, batchSize, step, channelName, chosen } = seen;
  const subject =
    ghosts.length === 1
      ? `One ghost batch, the whole batch of ${counted(batchSize, "example")}`
      : `${formatNumber(ghosts.length, 6)} ghost batches of ${counted(ghostSize, "example")}${isMaskedIn(seen) ? ", masked ones included" : ""}`;
  const compared = `after ${counted(step, "step")} the moving variance of ${channelName} is ${short(chosen.moving)}`;
  const population = `the population’s is ${short(chosen.population)}`;
  if (isUnmasked(seen)) {
    return `${subject}: ${compared}, and ${population}; the padding’s zeros count as examples.`;
  }
  if (!(chosen.population > 0)) return `${subject}: ${compared}, and ${population}.`;
  return `${subject}: ${compared}, ${short(chosen.moving / chosen.population)} of the population’s ${short(chosen.population)}; ${expectation(seen)}.`;
}

function wideningSentence(seen: Seen): string | null {
  const { ghostSize, keptShare, widening, padding, epsilon } = seen;
  if (isUnmasked(seen)) return null;
  if (keptShare === 0 && epsilon === 0) {
    return "A ghost batch of one example has variance 0 and epsilon is 0: training mode divides 0 by 0, so every training output is NaN, and inference mode does once the start is forgotten.";
  }
  if (keptShare === 0) {
    return "A ghost batch of one example has variance 0: every training output is β, whatever the input, and inference mode divides by √ε alone once the start is forgotten.";
  }
  const root =
    padding > 0 ? `√(1/${short(keptShare)})` : `√(1/(1 − 1/${formatNumber(ghostSize, 6)}))`;
  return `What differs between ghost batches is left out of that variance, so inference mode spreads outputs ${root} = ${short(widening)} times as widely as training mode.`;
}

function outputSentence({ step, training, inference }: Seen): string | null {
  if (![training.deviation, inference.deviation].every(Number.isFinite)) return null;
  return `The outputs of step ${step} have deviation ${short(tidy(training.deviation))} in training mode and ${short(tidy(inference.deviation))} in inference mode; single batches vary.`;
}

/** Sums in float32 leave a dust around zero that means nothing. */
const tidy = (value: number): number => (Math.abs(value) < 5e-5 ? 0 : value);

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function groupingSentence({ ghosts, ghostSize, contiguous, chosen, padding }: Seen): string | null {
  const [first] = ghosts;
  if (contiguous === null || first === undefined || ghostSize === 1) return null;
  const rule = `Example n lies in ghost batch n mod ${formatNumber(ghosts.length, 6)}: ghost batch 0 holds ${members(first)}.`;
  if (padding > 0) return rule;
  const neighbours = average(contiguous.map(({ variance }) => variance));
  return `${rule} Groups of neighbours would have had variance ${short(neighbours)} on average in this batch, instead of ${short(chosen.batch)}.`;
}

/** The examples of a ghost batch in words, those that do not count apart. */
export function members({ examples, masked }: GhostBatch): string {
  const parts = [
    ...(examples.length === 0 ? [] : [`examples ${listed(examples)}`]),
    ...(masked.length === 0 ? [] : [`masked ${listed(masked)}`]),
  ];
  return parts.join(", and ");
}

/** The first few and the last of a list of numbers. */
export function listed(numbers: readonly number[]): string {
  const shown = numbers.length <= 6 ? numbers : [...numbers.slice(0, 3), "…", numbers.at(-1)];
  return shown.join(", ");
}

function memorySentence({ momentum, step }: Seen): string | null {
  const left = momentum ** step;
  return left < 0.02
    ? null
    : `${formatShare(left)} of the initial value is still in the moving variance: it has not settled yet.`;
}

function paddingSentence({ padding, isMasked, batchSize }: Seen): string | null {
  if (padding === 0) return null;
  const subject = `The last ${padding} of the ${counted(batchSize, "example")} are padding`;
  return isMasked
    ? `${subject}; the mask keeps them out of the ghost batches’ statistics, and they are normalized like the others.`
    : `${subject}: no shrinkage is expected of them, since they are not from the population.`;
}

const versionSentence = ({ dividesInference, ghosts }: Seen): string | null =>
  dividesInference && ghosts.length > 1
    ? "In this version inference mode splits its batches too, so virtual_batch_size must divide those as well."
    : null;
