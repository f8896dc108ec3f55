import { decadeBound, finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { columnOf } from "@/components/measures/column";
import { summaryOf } from "@/components/measures/output-summary";
import { remembered } from "@/components/measures/remembered";
import type { RunData } from "@/components/measures/run-data";
import type { Experiment } from "@/engine/spec/experiment";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { FigureModel, StageModel } from "./figure-model";
import { sentencesFor } from "./sentences";

/** Between the least and the largest value of a stage, so that a stage that is squeezed keeps its shape in sight. */
const binCount = 32;

export function figureModel(experiment: Experiment, run: RunData): FigureModel {
  const { statistics, chosen } = run;
  const width = statistics.channels.length;
  const channel = Math.min(experiment.channel, width - 1);
  const { call } = chosen;
  const column = (rows: Float64Array): readonly number[] =>
    Array.from({ length: chosen.batchSize }, (_, row) => rows[row * width + channel] ?? NaN);
  const shared = normalizedDomain(
    statistics,
    channel,
    Math.min(Math.sqrt(Math.max(chosen.batchSize - 1, 1)), 4) *
      (chosen.usesBatch ? largestDeviation(statistics, channel, experiment.epsilon) : 1),
  );
  const stages = {
    input: stageOf(column(chosen.inputs), inputDomain(statistics, channel)),
    normalized: stageOf(column(call.normalized), shared),
    output: stageOf(column(chosen.trainingOutputs), shared),
  };
  const heights = Object.values(stages).flatMap(({ bins }) => bins.map(({ height }) => height));
  const seen = {
    channelName: statistics.channels[channel] ?? "",
    channelNames: statistics.channels,
    step: chosen.step,
    batchSize: chosen.batchSize,
    stages,
    tallest: Math.max(...heights, 1),
    usesBatch: chosen.usesBatch,
    mean: call.used.mean[channel] ?? NaN,
    variance: call.used.variance[channel] ?? NaN,
    epsilon: experiment.epsilon,
    gamma: call.gamma[channel] ?? 1,
    beta: call.beta[channel] ?? 0,
    center: experiment.center,
    scale: experiment.scale,
    labels: chosen.labels ?? null,
  };
  return { ...seen, sentences: sentencesFor(seen) };
}

const inputDomain = remembered(
  ({ channels, batchMinimum, batchMaximum }: RunStatistics, channel: number) =>
    roundedDomain(
      finiteExtent(
        columnOf(batchMinimum, channels.length, channel),
        columnOf(batchMaximum, channels.length, channel),
      ),
    ),
);

/** What the deviation of x̂ is at most in the batches of a run: epsilon keeps it below 1. */
const largestDeviation = remembered(
  ({ channels, batchVariance }: RunStatistics, channel: number, epsilon: number): number => {
    const variances = columnOf(batchVariance, channels.length, channel).filter(Number.isFinite);
    const largest = variances.reduce((a, b) => Math.max(a, b), 0);
    return largest === 0 ? 0 : Math.sqrt(largest / (largest + epsilon));
  },
);

/**
 * x̂ and y share an axis, around zero and in steps of 3, 10, 30. m numbers have no x̂ beyond √(m − 1) of its deviations,
 * and few beyond 4.
 */
const normalizedDomain = remembered(
  (
    { channels, trainingMinimum, trainingMaximum }: RunStatistics,
    channel: number,
    reach: number,
  ): readonly [number, number] => {
    const [low, high] = finiteExtent(
      columnOf(trainingMinimum, channels.length, channel),
      columnOf(trainingMaximum, channels.length, channel),
    ) ?? [0, 0];
    const bound = decadeBound(Math.max(-low, high, reach));
    return [-bound, bound];
  },
);

function stageOf(values: readonly number[], domain: readonly [number, number]): StageModel {
  const [low, high] = domain;
  // What lies beyond the axis is counted at its end.
  const within = values.filter(Number.isFinite).map((v) => Math.min(Math.max(v, low), high));
  return { values, summary: summaryOf(values), domain, bins: binsOf(within, high - low) };
}

/** Bins of equal width from the least to the largest value; one narrow bin where all are alike. */
function binsOf(values: readonly number[], axisLength: number): StageModel["bins"] {
  if (values.length === 0) return [];
  const [least, largest] = [Math.min(...values), Math.max(...values)];
  if (least === largest) {
    const half = axisLength / (2 * binCount);
    return [{ from: least - half, to: least + half, height: values.length }];
  }
  const width = (largest - least) / binCount;
  const heights = new Array<number>(binCount).fill(0);
  for (const value of values) {
    const at = Math.min(Math.floor((value - least) / width), binCount - 1);
    heights[at] = (heights[at] ?? 0) + 1;
  }
  return heights.map((height, i) => ({
    from: least + i * width,
    to: least + (i + 1) * width,
    height,
  }));
}
