import { layerConfigOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { RunStatistics, StepTensors } from "@/engine/types";
import type { FigureModel } from "./figure-model";
import { outputsModel } from "./outputs-model";
import { seriesOf } from "./series";
import { sentencesFor } from "./sentences";

export function figureModel(
  experiment: Experiment,
  statistics: RunStatistics,
  chosen: StepTensors,
): FigureModel {
  const channel = Math.min(experiment.channel, statistics.channels.length - 1);
  const config = layerConfigOf(experiment);
  const { step } = chosen;
  const seen = {
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
  return { ...seen, sentences: sentencesFor(seen) };
}
