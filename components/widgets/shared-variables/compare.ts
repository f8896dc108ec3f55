import { formatNumber } from "@/components/charts/format/number";
import { comparedCourse, comparedSeries, comparedValues } from "@/components/comparison/comparison";
import type { ComparedSeries, Comparison } from "@/components/comparison/comparison";
import { sameStep } from "@/components/comparison/same-step";
import type { Drawn } from "@/components/live-figure/figure-parts";
import type { SharedVariables } from "@/engine/types/shared-variables";
import type { FigureModel, TrainedModel } from "./figure-model";

type Seen = Pick<Drawn<FigureModel, SharedVariables>, "model">;

/** What two programs of two calls come to; null where they do not look at the same step of the same channel. */
export function compareCalls(first: Seen, second: Seen): Comparison | null {
  const [a, b] = [first.model, second.model];
  const at = sameStep(a, b);
  if (at === null) return null;
  return {
    ...at,
    course: comparedCourse(a, seriesOf(a, b)),
    values: comparedValues(valuesOf(a), valuesOf(b)),
    sentences: [sharingSentence(a, b), ...outputSentence(a, b)],
  };
}

function seriesOf(
  { trained: a }: FigureModel,
  { trained: b }: FigureModel,
): readonly ComparedSeries[] {
  const [one, two] = [a?.movingMeans[1], b?.movingMeans[1]];
  if (a === null || b === null || one === undefined || two === undefined) return [];
  return [
    comparedSeries("moving mean of the second call", one, two),
    comparedSeries("inference output of the second call", a.inferenceOutput, b.inferenceOutput),
  ];
}

function valuesOf({ variables, shared, trained, refusal, step }: FigureModel) {
  const after = (values: (of: TrainedModel) => Float64Array | undefined) =>
    trained === null ? null : values(trained)?.[step];
  return {
    "variables of the graph": variables.length,
    "of these used by both calls": shared.length,
    refusal: refusal?.kind ?? null,
    "loss of the first call": trained?.loss[step - 1],
    "moving mean, first call": after(({ movingMeans }) => movingMeans[0]),
    "moving mean, second call": after(({ movingMeans }) => movingMeans[1]),
    "first output, training": after((of) => of.firstTrainingOutput),
    "first output, inference": after((of) => of.firstInferenceOutput),
    "second output, training": after((of) => of.trainingOutput),
    "second output, inference": after((of) => of.inferenceOutput),
  };
}

function endOf({ refusal, shared }: FigureModel): string {
  if (refusal !== null) return `the program ends with a ${refusal.kind}`;
  if (shared.length === 0) return "the calls share no variable";
  return `both calls use the same ${shared.length} variables`;
}

function sharingSentence(a: FigureModel, b: FigureModel): string {
  const [first, second] = [endOf(a), endOf(b)];
  return first === second
    ? `With either configuration ${first}.`
    : `With the first ${first}, with the second ${second}.`;
}

function outputSentence(a: FigureModel, b: FigureModel): readonly string[] {
  const { step } = a;
  const [one, two] = [a, b].map(({ trained }) => trained?.inferenceOutput[step]);
  if (one === undefined || two === undefined) return [];
  const after = `After step ${step} the second call makes of its first example in inference mode`;
  return one === two
    ? [`${after} ${formatNumber(one)} in both.`]
    : [`${after} ${formatNumber(one)} with the first and ${formatNumber(two)} with the second.`];
}
