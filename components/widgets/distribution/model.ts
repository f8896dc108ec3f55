import { bin } from "d3";
import { decadeBound, finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { columnOf } from "@/components/measures/column";
import { summaryOf } from "@/components/measures/output-summary";
import { remembered } from "@/components/measures/remembered";
import type { RunData } from "@/components/measures/run-data";
import type { Experiment } from "@/engine/spec/experiment";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { FigureModel, StageModel } from "./figure-model";
import { sentencesFor } from "./sentences";

const binCount = 40;

export function figureModel(experiment: Experiment, run: RunData): FigureModel {
  const { statistics, chosen } = run;
  const width = statistics.channels.length;
  const channel = Math.min(experiment.channel, width - 1);
  const { call } = chosen;
  const column = (rows: Float64Array): readonly number[] =>
    Array.from({ length: chosen.batchSize }, (_, row) => rows[row * width + channel] ?? NaN);
  const shared = normalizedDomain(statistics, channel, chosen.batchSize);
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

/** x̂ and y share an axis, around zero and in steps of 3, 10, 30. m numbers have no x̂ beyond √(m − 1). */
const normalizedDomain = remembered(
  (
    { channels, trainingMinimum, trainingMaximum }: RunStatistics,
    channel: number,
    batchSize: number,
  ): readonly [number, number] => {
    const [low, high] = finiteExtent(
      columnOf(trainingMinimum, channels.length, channel),
      columnOf(trainingMaximum, channels.length, channel),
    ) ?? [0, 0];
    const reach = Math.min(Math.sqrt(Math.max(batchSize - 1, 1)), 4);
    const bound = decadeBound(Math.max(-low, high, reach));
    return [-bound, bound];
  },
);

function stageOf(values: readonly number[], domain: readonly [number, number]): StageModel {
  const [low, high] = domain;
  const edges = Array.from(
    { length: binCount - 1 },
    (_, i) => low + ((high - low) * (i + 1)) / binCount,
  );
  // What lies beyond the axis is counted at its end.
  const within = values.filter(Number.isFinite).map((v) => Math.min(Math.max(v, low), high));
  const counted = bin<number, number>().domain([low, high]).thresholds(edges)(within);
  return {
    values,
    summary: summaryOf(values),
    domain,
    bins: counted.map((group) => ({
      from: group.x0 ?? low,
      to: group.x1 ?? high,
      height: group.length,
    })),
  };
}
