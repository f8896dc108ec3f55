import { formatNumber } from "@/components/charts/format/number";
import type { DrawsModel, FigureModel } from "./figure-model";

type Seen = Omit<FigureModel, "sentences">;

/** Sums in float32 leave a dust around zero that means nothing. */
const short = (value: number): string => formatNumber(Math.abs(value) < 5e-5 ? 0 : value, 3);

/** Says in words what the figure shows now, the most important first. */
export const sentencesFor = (seen: Seen): readonly string[] =>
  [mainSentence, exampleSentence, lineSentence, spreadSentence, runSentence].flatMap(
    (sentence) => sentence(seen) ?? [],
  );

const offset = (value: number): string => `${value < 0 ? "−" : "+"} ${short(Math.abs(value))}`;

/** The numbers of one feature or example. */
const drawn = ({ scales, biases, followed }: DrawsModel): string =>
  `scale ${short(scales[followed] ?? NaN)} and bias ${short(biases[followed] ?? NaN)}`;

/** Which features or examples have a point in the plane, after "one point per …". */
export const pointsText = (draws: DrawsModel): string =>
  isWhole(draws) ? `, ${draws.count} in all` : `: ${keptText(draws)}`;

/** The plane in words. */
export function planeSentence(draws: DrawsModel, step: number): string {
  const { per, spread, scales } = draws;
  const whose = isWhole(draws) ? `each ${per}` : `${per}s ${keptText(draws)}`;
  return `Scale and bias of ${whose} in step ${step}: ${scales.length} points within 1 ± ${formatNumber(spread.scale)} and ± ${formatNumber(spread.bias)}. The chosen ${per} has ${exactly(draws)}.`;
}

const isWhole = ({ scales, count }: DrawsModel): boolean => scales.length === count;

const keptText = ({ first, scales, count }: DrawsModel): string =>
  `${first} to ${first + scales.length - 1} of ${count}`;

const exactly = ({ scales, biases, followed }: DrawsModel): string =>
  `scale ${formatNumber(scales[followed] ?? NaN)} and bias ${formatNumber(biases[followed] ?? NaN)}`;

function mainSentence(seen: Seen): string {
  const { draws, step, channelName, example, adjusted, examples } = seen;
  if (draws === null) {
    return `No adjustment: step ${step} gives γ·x̂ + β in training mode, and nothing is drawn.`;
  }
  if (!Number.isFinite(adjusted.mean)) {
    return `Not every output of step ${step} is finite: its batch holds a number that is not finite or too large for the layer’s dtype.`;
  }
  return draws.per === "feature"
    ? `Step ${step} drew ${drawn(draws)} for ${channelName}: all ${examples} examples of the batch share them, and every other feature has its own.`
    : `Step ${step} drew ${drawn(draws)} for example ${example}: all its features share them, and every other example has its own.`;
}

function exampleSentence({ draws, example, chosen }: Seen): string | null {
  const { adjusted, unadjusted, inference } = chosen;
  if (draws === null || ![adjusted, unadjusted, inference].every(Number.isFinite)) return null;
  return `Example ${example} comes out as ${short(adjusted)} instead of ${short(unadjusted)} in training mode; in inference mode, which has no adjustment, as ${short(inference)}.`;
}

/** In a feature of its own the adjustment is a line; per example it is a scatter. */
function lineSentence({ draws, gamma, beta, chosen, channelName }: Seen): string | null {
  if (draws === null) return null;
  const { spread } = draws;
  if (draws.per === "example") {
    const low = Math.max(1 - spread.scale, 0);
    return `What it adds to an example depends on its own draws: up to ${short(Math.abs(gamma) * spread.bias)} from the bias, and from the scale up to ${short(spread.scale)} of the distance from β${low === 0 ? ", which is all of it" : ""}.`;
  }
  const slope = chosen.scale;
  const shift = gamma * chosen.bias + beta * (1 - slope);
  return `In ${channelName} it turns each output y without it into ${short(slope)}·y ${offset(shift)}: one line for the whole batch.`;
}

function spreadSentence({ draws, adjusted, unadjusted, inference, step }: Seen): string | null {
  if (draws === null || ![adjusted, unadjusted].every(({ mean }) => Number.isFinite(mean))) {
    return null;
  }
  return `Over the batch of step ${step} the outputs have mean ${short(adjusted.mean)} and deviation ${short(adjusted.deviation)} with it, ${short(unadjusted.mean)} and ${short(unadjusted.deviation)} without it, and ${short(inference.mean)} and ${short(inference.deviation)} in inference mode.`;
}

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function runSentence({ draws, steps, channelName, example }: Seen): string | null {
  if (draws === null) return null;
  const whose = draws.per === "feature" ? channelName : `place ${example} of the batch`;
  return `Every step draws anew: over the ${steps} steps the scales of ${whose} average ${short(mean(draws.scaleSeries))} and its biases ${short(mean(draws.biasSeries))}. The moving statistics know nothing of them.`;
}
