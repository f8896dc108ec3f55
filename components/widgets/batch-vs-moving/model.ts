import { layerConfigOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { RunStatistics, StepTensors } from "@/engine/types";
import { outputsModel } from "./outputs-model";
import type { OutputsModel } from "./outputs-model";
import { seriesOf } from "./series";
import type { StatisticSeries } from "./series";
import { sentencesFor } from "./sentences";

/** One channel of a run as the figure draws it. Everything here is a pure function of the run. */
export interface FigureModel {
  readonly channel: number;
  readonly channelName: string;
  readonly channelNames: readonly string[];
  readonly steps: number;
  readonly step: number;
  readonly batchSize: number;
  readonly isFrozen: boolean;
  readonly momentum: number;
  readonly epsilon: number;
  readonly mean: StatisticSeries;
  readonly variance: StatisticSeries;
  readonly gamma: number;
  readonly beta: number;
  readonly outputs: OutputsModel;
  /** What is to be seen now: the first sentence is the main one. */
  readonly sentences: readonly string[];
}

export function figureModel(
  experiment: Experiment,
  statistics: RunStatistics,
  chosen: StepTensors,
): FigureModel {
  const channel = Math.min(experiment.channel, statistics.channels.length - 1);
  const config = layerConfigOf(experiment);
  const { step } = chosen;
  const base = {
    channel,
    channelName: statistics.channels[channel] ?? "",
    channelNames: statistics.channels,
    steps: statistics.steps,
    step,
    batchSize: chosen.batchSize,
    isFrozen: !config.trainable,
    momentum: config.momentum,
    epsilon: config.epsilon,
    mean: seriesOf(statistics, channel, step, "mean"),
    variance: seriesOf(statistics, channel, step, "variance"),
    gamma: statistics.gamma[channel] ?? 1,
    beta: statistics.beta[channel] ?? 0,
    outputs: outputsModel({ statistics, chosen, channel, config }),
  };
  return { ...base, sentences: sentencesFor(base) };
}
