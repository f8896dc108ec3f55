import { formatNumber } from "@/components/charts/format/number";
import { comparedCourse, comparedSeries, comparedValues } from "@/components/comparison/comparison";
import type { Comparison } from "@/components/comparison/comparison";
import { sameStep } from "@/components/comparison/same-step";
import type { Drawn } from "@/components/live-figure/figure-parts";
import type { FigureModel, LoopData } from "./figure-model";

type Seen = Pick<Drawn<FigureModel, LoopData>, "model">;

/** What two training loops come to; null where they do not look at the same step of the same channel. */
export function compareLoops(first: Seen, second: Seen): Comparison | null {
  const [a, b] = [first.model, second.model];
  const at = sameStep(a, b);
  if (at === null) return null;
  return {
    ...at,
    course: comparedCourse(a, [
      comparedSeries("moving mean", a.mean.moving, b.mean.moving),
      comparedSeries("moving variance", a.variance.moving, b.variance.moving),
      comparedSeries("inference output", a.outputs.inference, b.outputs.inference),
    ]),
    values: comparedValues(valuesOf(a), valuesOf(b)),
    sentences: [lossSentence(a, b), operationsSentence(a, b)],
  };
}

const runCount = ({ graph }: FigureModel): number => graph.ran.filter(Boolean).length;

function valuesOf(model: FigureModel) {
  const { step, mean, variance, gamma, beta, losses, outputs, graph } = model;
  return {
    "operations that the step runs": runCount(model),
    "operations in the graph": graph.operations.length,
    "batch mean": mean.batch[step - 1] ?? NaN,
    "moving mean": mean.moving[step] ?? NaN,
    "batch variance": variance.batch[step - 1] ?? NaN,
    "moving variance": variance.moving[step] ?? NaN,
    gamma: gamma[step] ?? NaN,
    beta: beta[step] ?? NaN,
    "fetched loss": losses.fetched[step - 1] ?? NaN,
    "loss of the first batch, training mode": losses.training[step] ?? NaN,
    "loss of the first batch, inference mode": losses.inference[step] ?? NaN,
    "first example’s output, training mode": outputs.training[step] ?? NaN,
    "first example’s output, inference mode": outputs.inference[step] ?? NaN,
  };
}

function lossSentence(a: FigureModel, b: FigureModel): string {
  const { step } = a;
  const of = ({ losses }: FigureModel, mode: "training" | "inference"): string =>
    formatNumber(losses[mode][step] ?? NaN, 3);
  return `After step ${step} the loss of the first batch in inference mode is ${of(a, "inference")} with the first and ${of(b, "inference")} with the second; in training mode it is ${of(a, "training")} and ${of(b, "training")}.`;
}

function operationsSentence(a: FigureModel, b: FigureModel): string {
  const [first, second] = [runCount(a), runCount(b)];
  const { length } = a.graph.operations;
  return first === second
    ? `A step runs ${first} of the ${length} operations in both.`
    : `Step ${a.step} runs ${first} of ${length} operations in the first and ${second} of ${b.graph.operations.length} in the second.`;
}
