import { bin, scaleSymlog } from "d3";
import { decadeBound, finiteExtent } from "@/components/charts/plot/domain";
import type { BatchNormConfig } from "@/engine/spec/batch-norm";
import type { RunStatistics, StepTensors } from "@/engine/types";

export interface OutputBin {
  readonly from: number;
  readonly to: number;
  readonly training: number;
  readonly inference: number;
}

export interface OutputSummary {
  readonly mean: number;
  readonly deviation: number;
}

/** The chosen step's outputs of one channel, in both modes. */
export interface OutputsModel {
  /** The same for every step of the run, so that scrubbing moves the marks and not the axis. */
  readonly domain: readonly [number, number];
  readonly bins: readonly OutputBin[];
  readonly tallest: number;
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
  readonly config: BatchNormConfig;
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
  const domain = domainOfRun(request);
  const bins = binsOf(examples, domain);
  const lines = linesOf(request, chosen.step);
  const index = (chosen.step - 1) * width + channel;
  const batchMean = statistics.batchMean[index] ?? NaN;
  const batchDeviation = Math.sqrt(statistics.batchVariance[index] ?? NaN);
  const summary = ({ scale, offset }: OutputLine): OutputSummary => ({
    mean: batchMean * scale + offset,
    deviation: batchDeviation * Math.abs(scale),
  });
  return {
    domain,
    bins,
    tallest: Math.max(...bins.map((b) => Math.max(b.training, b.inference)), 1),
    training: summary(lines.training),
    inference: summary(lines.inference),
    examples,
  };
}

interface OutputLine {
  readonly scale: number;
  readonly offset: number;
}

/** The line y = x · scale + offset that each mode amounts to in one step. */
function linesOf(
  { statistics, channel, config }: OutputsRequest,
  step: number,
): { readonly training: OutputLine; readonly inference: OutputLine } {
  const width = statistics.channels.length;
  const gamma = statistics.gamma[channel] ?? 1;
  const beta = statistics.beta[channel] ?? 0;
  const lineFor = (mean: number | undefined, variance: number | undefined): OutputLine => {
    const scale = gamma / Math.sqrt((variance ?? NaN) + config.epsilon);
    return { scale, offset: beta - (mean ?? NaN) * scale };
  };
  const ofBatch = (step - 1) * width + channel;
  const ofMoving = step * width + channel;
  const inference = lineFor(statistics.movingMean[ofMoving], statistics.movingVariance[ofMoving]);
  return {
    training: config.trainable
      ? lineFor(statistics.batchMean[ofBatch], statistics.batchVariance[ofBatch])
      : inference,
    inference,
  };
}

/** From the smallest to the largest output of any step in either mode, in decades. */
function domainOfRun(request: OutputsRequest): readonly [number, number] {
  const { statistics, channel } = request;
  const width = statistics.channels.length;
  const ends: number[] = [];
  for (let step = 1; step <= statistics.steps; step++) {
    const index = (step - 1) * width + channel;
    const { training, inference } = linesOf(request, step);
    for (const x of [
      statistics.batchMinimum[index] ?? NaN,
      statistics.batchMaximum[index] ?? NaN,
    ]) {
      ends.push(x * training.scale + training.offset, x * inference.scale + inference.offset);
    }
  }
  const [low, high] = finiteExtent(ends) ?? [0, 0];
  return [-decadeBound(-low), decadeBound(high)];
}

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
