import { decadeBound, finiteExtent } from "@/components/charts/plot/domain";
import { columnOf } from "@/components/measures/column";
import { isFrozen } from "@/components/measures/moving-average";
import { remembered } from "@/components/measures/remembered";
import type { RunData } from "@/components/measures/run-data";
import type { Experiment } from "@/engine/spec/experiment";
import type { FreezingInVersion } from "@/engine/types/freezing-cases";
import type { FreezingHistory, OutputStatistics } from "@/engine/types/freezing-history";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { StepTensors } from "@/engine/types/step-tensors";
import type { ChosenStep, FigureModel, OutputSeries, StatisticSeries } from "./figure-model";
import { sentencesFor } from "./sentences";
import { groupsOf, labelOf, versionModel } from "./versions";

/** A run whose layer may be frozen on the way, and what every version does with a frozen layer. */
export interface FreezingData extends RunData {
  readonly freezing: FreezingHistory;
  readonly versions: readonly FreezingInVersion[];
}

export function figureModel(experiment: Experiment, data: FreezingData): FigureModel {
  const { statistics, chosen, freezing } = data;
  const width = statistics.channels.length;
  const channel = Math.min(experiment.channel, width - 1);
  const of = (rows: Float64Array): Float64Array => columnOf(rows, width, channel);
  const { step } = chosen;
  const frozenFrom = firstFrozen(experiment, statistics.steps);
  const [mean, variance] = (["Mean", "Variance"] as const).map((which): StatisticSeries => ({
    batch: of(statistics[`batch${which}`]),
    population: of(statistics[`population${which}`]),
    moving: of(statistics[`moving${which}`]),
  })) as [StatisticSeries, StatisticSeries];
  const versions = versionsOf(data.versions, channel);
  const seen = {
    channelName: statistics.channels[channel] ?? "",
    channelNames: statistics.channels,
    steps: statistics.steps,
    step,
    versionLabel: labelOf(experiment.profile),
    momentum: experiment.momentum,
    epsilon: experiment.epsilon,
    frozenFrom,
    isFrozen: frozenFrom !== null && step >= frozenFrom,
    goesOn: frozenFrom !== null && [mean, variance].some((of) => movesIn(of, frozenFrom, step)),
    mean,
    variance,
    ...outputsOf(freezing, width, channel),
    gamma: of(statistics.gamma),
    beta: of(statistics.beta),
    isOptimized: experiment.optimizer !== "none",
    chosen: chosenStep(statistics, chosen, channel),
    versions,
    groups: groupsOfVersions(versions, experiment.profile),
    cases: versions.find(({ profile }) => profile === experiment.profile)?.cases ?? noCases,
  };
  return { ...seen, sentences: sentencesFor(seen) };
}

const noCases: FigureModel["cases"] = [];

const versionsOf = remembered((versions: readonly FreezingInVersion[], channel: number) =>
  versions.map((version) => versionModel(version, channel)),
);

const groupsOfVersions = remembered(groupsOf);

/** What the chosen step does not decide of the outputs. */
type Outputs = Pick<FigureModel, "training" | "inference" | "outputDomains">;

const outputsOf = remembered(
  (history: FreezingHistory, width: number, channel: number): Outputs => {
    const seriesOf = ({ mean, deviation }: OutputStatistics): OutputSeries => ({
      mean: columnOf(mean, width, channel),
      deviation: columnOf(deviation, width, channel),
    });
    const [training, inference] = [seriesOf(history.training), seriesOf(history.inference)];
    return { training, inference, outputDomains: outputDomains(training, inference) };
  },
);

function firstFrozen(experiment: Experiment, steps: number): number | null {
  if (!experiment.trainable) return 1;
  const { frozen_from: from } = experiment;
  return from !== null && isFrozen(experiment, steps) ? from : null;
}

/** Whether a statistic differs after some step from what the step before it left. */
const movesIn = ({ moving }: StatisticSeries, from: number, to: number): boolean =>
  moving.subarray(from, to + 1).some((value, i) => !Object.is(value, moving[from - 1 + i]));

function chosenStep(
  statistics: RunStatistics,
  { step, inputs, trainingOutputs, usesBatch, call }: StepTensors,
  channel: number,
): ChosenStep {
  const width = statistics.channels.length;
  const row = (values: Float64Array, at: number): number => values[at * width + channel] ?? NaN;
  return {
    input: row(inputs, 0),
    output: row(trainingOutputs, 0),
    usesBatch,
    mean: row(call.used.mean, 0),
    variance: row(call.used.variance, 0),
    renorm: call.renorm && { r: row(call.renorm.r, 0), d: row(call.renorm.d, 0) },
    gamma: row(call.gamma, 0),
    beta: row(call.beta, 0),
    batchMean: row(statistics.batchMean, step - 1),
    found: row(statistics.movingMean, step - 1),
    left: row(statistics.movingMean, step),
  };
}

function outputDomains(...modes: readonly OutputSeries[]): FigureModel["outputDomains"] {
  const [most, widest] = (["mean", "deviation"] as const).map((which) =>
    decadeBound(largestOf(modes.map((outputs) => outputs[which]))),
  ) as [number, number];
  return { mean: [-most, most], deviation: [0, widest] };
}

/** The largest size of a finite number. */
function largestOf(series: readonly Float64Array[]): number {
  const [low, high] = finiteExtent(...series) ?? [0, 0];
  return Math.max(-low, high);
}
