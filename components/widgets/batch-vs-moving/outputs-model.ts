import { bin, scaleSymlog } from "d3";
import { decadeBound, finiteExtent } from "@/components/charts/plot/domain";
import { summaryOf } from "@/components/measures/output-summary";
import type { OutputSummary } from "@/components/measures/output-summary";
import { remembered } from "@/components/measures/remembered";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { StepTensors } from "@/engine/types/step-tensors";

export interface OutputBin {
  readonly from: number;
  readonly to: number;
  readonly training: number;
  readonly inference: number;
}

/** The chosen step's outputs of one channel, in both modes. */
export interface OutputsModel {
  /** The same for every step of the run, so that scrubbing moves the marks and not the axis. */
  readonly domain: readonly [number, number];
  readonly bins: readonly OutputBin[];
  readonly tallest: number;
  /** Without what a mask leaves out. */
  readonly training: OutputSummary;
  readonly inference: OutputSummary;
  readonly examples: readonly {
    readonly input: number;
    readonly training: number;
    readonly inference: number;
    readonly label: string | null;
  }[];
}

interface OutputsRequest {
  readonly statistics: RunStatistics;
  readonly chosen: StepTensors;
  readonly channel: number;
  readonly epsilon: number;
  /** How many rows, from the first on, are examples and no masked padding. */
  readonly counted: number;
}

const binCount = 32;

export function outputsModel(request: OutputsRequest): OutputsModel {
  const { statistics, chosen, channel } = request;
  const width = statistics.channels.length;
  const examples = Array.from({ length: chosen.batchSize }, (_, row) => ({
    input: chosen.inputs[row * width + channel] ?? NaN,
    training: chosen.trainingOutputs[row * width + channel] ?? NaN,
    inference: chosen.inferenceOutputs[row * width + channel] ?? NaN,
    label: chosen.labels?.[row] ?? null,
  }));
  const counted = examples.slice(0, request.counted);
  const domain = domainOfRun(statistics, channel, request.epsilon);
  const bins = binsOf(examples, domain);
  return {
    domain,
    bins,
    tallest: Math.max(...bins.map((b) => Math.max(b.training, b.inference)), 1),
    training: summaryOf(counted.map(({ training }) => training)),
    inference: summaryOf(counted.map(({ inference }) => inference)),
    examples,
  };
}

interface Line {
  readonly scale: number;
  readonly offset: number;
}

/** The line y = x · scale + offset of inference mode after a step, with γ and β as the step found them. */
function inferenceLine(
  statistics: RunStatistics,
  { channel, epsilon }: Pick<OutputsRequest, "channel" | "epsilon">,
  step: number,
): Line {
  const width = statistics.channels.length;
  const found = (step - 1) * width + channel;
  const left = step * width + channel;
  const deviation = Math.sqrt((statistics.movingVariance[left] ?? NaN) + epsilon);
  const scale = (statistics.gamma[found] ?? 1) / deviation;
  const offset = (statistics.beta[found] ?? 0) - (statistics.movingMean[left] ?? NaN) * scale;
  return { scale, offset };
}

/** From the smallest to the largest output of any step in either mode, in decades. */
const domainOfRun = remembered(
  (statistics: RunStatistics, channel: number, epsilon: number): readonly [number, number] => {
    const width = statistics.channels.length;
    const ends: number[] = [];
    for (let step = 1; step <= statistics.steps; step++) {
      const index = (step - 1) * width + channel;
      const { scale, offset } = inferenceLine(statistics, { channel, epsilon }, step);
      ends.push(statistics.trainingMinimum[index] ?? NaN, statistics.trainingMaximum[index] ?? NaN);
      for (const x of [statistics.batchMinimum[index], statistics.batchMaximum[index]]) {
        ends.push((x ?? NaN) * scale + offset);
      }
    }
    const [low, high] = finiteExtent(ends) ?? [0, 0];
    return [-decadeBound(-low), decadeBound(high)];
  },
);

/** Bins of equal width on the symmetric log axis on which they are drawn. */
function binsOf(
  examples: OutputsModel["examples"],
  domain: readonly [number, number],
): readonly OutputBin[] {
  const scale = scaleSymlog(domain, [0, binCount]).constant(1);
  const thresholds = Array.from({ length: binCount - 1 }, (_, i) => scale.invert(i + 1));
  const count = bin<number, number>().domain([domain[0], domain[1]]).thresholds(thresholds);
  // The domain comes from the same sums in another order, so an end may be off by a rounding.
  const within = (value: number): number => Math.min(Math.max(value, domain[0]), domain[1]);
  const countIn = (mode: "training" | "inference"): ReturnType<typeof count> =>
    count(
      examples
        .map((example) => example[mode])
        .filter(Number.isFinite)
        .map(within),
    );
  const training = countIn("training");
  const inference = countIn("inference");
  return training.map((values, i) => ({
    from: values.x0 ?? domain[0],
    to: values.x1 ?? domain[1],
    training: values.length,
    inference: inference[i]?.length ?? 0,
  }));
}
