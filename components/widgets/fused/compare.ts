import { formatNumber } from "@/components/charts/format/number";
import { comparedCourse, comparedSeries, comparedValues } from "@/components/comparison/comparison";
import type { Comparison } from "@/components/comparison/comparison";
import { sameStep } from "@/components/comparison/same-step";
import type { Drawn } from "@/components/live-figure/figure-parts";
import type { FusedChoice } from "@/engine/types/fused-choice";
import { placeText } from "./cases";
import type { FigureModel } from "./figure-model";

type Seen = Pick<Drawn<FigureModel, FusedChoice>, "model">;

/** The implementations of two layers, and their moving variances; null where they do not look at the same call. */
export function compareChoices(first: Seen, second: Seen): Comparison | null {
  const [a, b] = [first.model, second.model];
  const at = sameStep(a, b);
  if (at === null) return null;
  const [one, two] = [ownVariance(a), ownVariance(b)];
  const isSameChannel = a.channelNames.length === b.channelNames.length;
  return {
    ...at,
    course:
      one !== null && two !== null && isSameChannel
        ? comparedCourse(a, [comparedSeries("moving variance", one, two)])
        : null,
    values: comparedValues(valuesOf(a), valuesOf(b)),
    sentences: [implementationSentence(a, b), ...varianceSentence(a, b)],
  };
}

/** Over the steps, of the layer itself; null where it was refused. */
function ownVariance({ variance }: FigureModel): Float64Array | null {
  const own = variance?.own ?? null;
  return own === null || variance === null ? null : variance[own];
}

function implementationOf({ choice: { outcome } }: FigureModel): string {
  if (outcome.refusal !== null) {
    return `is refused by ${placeText(outcome.refusedBy)} with a ${outcome.refusal.kind}`;
  }
  return outcome.fused ? "runs fused" : "runs unfused";
}

function valuesOf(model: FigureModel) {
  const { choice, variance, step } = model;
  return {
    implementation: implementationOf(model),
    "questions asked": choice.asked,
    "elements per variance, m": variance?.elements,
    "variance of the batch, v": variance?.biased,
    "v · m/(m − 1)": variance?.unbiased,
    "moving variance": ownVariance(model)?.[step] ?? null,
  };
}

function implementationSentence(a: FigureModel, b: FigureModel): string {
  const [first, second] = [implementationOf(a), implementationOf(b)];
  return first === second
    ? `The first ${first}, and so does the second: ${a.choice.asked} questions were asked of it, and ${b.choice.asked} of the second.`
    : `The first ${first}, the second ${second}.`;
}

function varianceSentence(a: FigureModel, b: FigureModel): readonly string[] {
  const [one, two] = [a, b].map((model) => ownVariance(model)?.[model.step]);
  if (one === undefined || two === undefined) return [];
  const after = `After step ${a.step} the moving variance of ${a.channelName}`;
  if (one === two) return [`${after} is ${formatNumber(one)} in both.`];
  const ratio = one > 0 && two > 0 ? `, ${formatNumber(two / one, 3)} times as much` : "";
  return [
    `${after} is ${formatNumber(one)} in the first and ${formatNumber(two)} in the second${ratio}.`,
  ];
}
