import type { RunData } from "@/components/measures/run-data";
import type { Experiment } from "@/engine/spec/experiment";
import type { InitialDraws } from "@/engine/types/initial-draws";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { FigureModel, Stillness } from "./figure-model";
import { symbols, wordsOf } from "./parameter-words";
import { sentencesFor } from "./sentences";
import { startModel } from "./start-model";
import { chosenStep, descentModel, historyOf, valueModel } from "./steps-model";

/** A run, and first values of the parameter that it follows; null where its layer does not have it. */
export interface ParametersData extends RunData {
  readonly draws: InitialDraws | null;
}

function stillnessOf(
  { parameter, optimizer }: Experiment,
  statistics: RunStatistics,
  draws: InitialDraws | null,
): Stillness | null {
  if (draws === null) return "absent";
  if (parameter === "moving_mean" || parameter === "moving_variance") return "statistic";
  if (historyOf(statistics, parameter) !== null) return null;
  return optimizer === "none" ? "no-optimizer" : "frozen";
}

export function figureModel(
  experiment: Experiment,
  { statistics, chosen, draws }: ParametersData,
): FigureModel {
  const { parameter, optimizer, momentum } = experiment;
  const channel = Math.min(experiment.channel, statistics.channels.length - 1);
  const place = { statistics, parameter, channel, step: chosen.step };
  const seen = {
    channelName: statistics.channels[channel] ?? "",
    channelNames: statistics.channels,
    parameter,
    symbol: symbols[parameter],
    words: wordsOf(experiment),
    steps: statistics.steps,
    step: chosen.step,
    channelCount: draws === null ? statistics.channels.length : draws.drawn.length / draws.layers,
    optimizer,
    learningRate: experiment.learning_rate,
    momentum,
    stillness: stillnessOf(experiment, statistics, draws),
    start: draws && startModel(draws, channel),
    value: draws && valueModel(place),
    chosen: draws && chosenStep(place),
    descent: draws && descentModel(place),
  };
  return { ...seen, sentences: sentencesFor(seen) };
}
