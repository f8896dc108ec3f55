import { counted } from "@/components/charts/format/counted";
import { formatNumber } from "@/components/charts/format/number";
import { comparedValues } from "@/components/comparison/comparison";
import type { Comparison } from "@/components/comparison/comparison";
import type { Drawn } from "@/components/live-figure/figure-parts";
import type { Grouping } from "@/engine/types/grouping";
import { indexOf } from "@/components/charts/tensor/layout";
import { shapeText } from "./axes";
import type { FigureModel } from "./figure-model";

type Seen = Pick<Drawn<FigureModel, Grouping>, "model">;

/** What two layers make of the same tensor; null where the tensors have different shapes. */
export function compareGroupings(first: Seen, second: Seen): Comparison | null {
  const [a, b] = [first.model, second.model];
  const { shape } = a.grouping;
  if (String(shape) !== String(b.grouping.shape)) return null;
  const element = a.selected ?? 0;
  const at = `element ${shapeText(indexOf(element, shape))}`;
  return {
    subject: at,
    at,
    course: null,
    values: comparedValues(valuesOf(a), valuesOf(b)),
    sentences: [groupsSentence(a, b), elementSentence(a, b, at)],
  };
}

function valuesOf({ grouping: { shared }, element }: FigureModel) {
  return {
    "number of means": shared === null ? null : shared.channelCount * shared.ghostBatches,
    "elements per mean": shared?.samplesPerStatistic,
    "shape of γ and β": shared === null ? null : shapeText(shared.parameterShape),
    "axes averaged over": shared === null ? null : shapeText(shared.reductionAxes),
    "mean of its group": element?.mean,
    "variance of its group": element?.variance,
    epsilon: element?.epsilon,
    x̂: element?.normalized,
    y: element?.output,
  };
}

function groupsOf({ grouping: { shared } }: FigureModel): string {
  if (shared === null) return "refuses these inputs";
  const { channelCount, ghostBatches, samplesPerStatistic } = shared;
  return `has ${counted(channelCount * ghostBatches, "mean")}, each over ${counted(samplesPerStatistic, "element")}`;
}

function groupsSentence(a: FigureModel, b: FigureModel): string {
  const [first, second] = [groupsOf(a), groupsOf(b)];
  return `The first ${first}; the second ${first === second ? "too" : second}.`;
}

function elementSentence(a: FigureModel, b: FigureModel, at: string): string {
  const [one, two] = [a.element, b.element];
  if (one === null && two === null) return "Neither normalizes anything.";
  if (one === null || two === null) return "Only one of the two normalizes anything.";
  const [first, second] = [one.normalized, two.normalized].map((value) => formatNumber(value, 4));
  const input = `The x = ${formatNumber(one.input, 4)} of ${at}`;
  return first === second
    ? `${input} is normalized to ${first} by both.`
    : `${input} is normalized to ${first} by the first and to ${second} by the second.`;
}
