import { columnOf } from "@/components/measures/column";
import { outputsOf, summaryOf } from "@/components/measures/output-summary";
import type { RunData } from "@/components/measures/run-data";
import { writeText } from "@/components/state/argument-text";
import { comparedArgs } from "@/engine/spec/comparison";
import type { Experiment } from "@/engine/spec/experiment";

/** A run with the experiment it is of. */
export interface Shown {
  readonly experiment: Experiment;
  readonly result: RunData;
}

/** An argument in which two configurations differ, its values as links write them. */
export interface ChangedArgument {
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

/** A quantity of the chosen step in both runs. */
export interface ComparedNumber {
  readonly name: string;
  readonly first: number;
  readonly second: number;
}

/** A moving statistic of one channel; index t is the value after step t. */
export interface ComparedSeries {
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Second − first. */
  readonly difference: Float64Array;
}

export interface Comparison {
  readonly channelName: string;
  readonly steps: number;
  readonly step: number;
  readonly changes: readonly ChangedArgument[];
  readonly mean: ComparedSeries;
  readonly variance: ComparedSeries;
  /** The population's mean at the chosen step. */
  readonly populationMean: number;
  /** Mean distance of an example's output in inference mode from that in training mode. */
  readonly gap: { readonly first: number; readonly second: number };
  readonly numbers: readonly ComparedNumber[];
}

/** Whether two runs look at the same step of the same channels; one that is behind its controls may not. */
export const areAlike = (a: RunData, b: RunData): boolean =>
  a.chosen.step === b.chosen.step &&
  a.statistics.steps === b.statistics.steps &&
  a.statistics.channels.join("\n") === b.statistics.channels.join("\n");

/** What two runs on the same data have apart, for one channel. */
export function comparisonOf(first: Shown, second: Shown, at: number): Comparison {
  const { statistics, chosen } = first.result;
  const width = statistics.channels.length;
  const channel = Math.min(at, width - 1);
  const { step } = chosen;
  const series = (field: "movingMean" | "movingVariance"): ComparedSeries => {
    const [a, b] = [first, second].map(({ result }) =>
      columnOf(result.statistics[field], width, channel),
    ) as [Float64Array, Float64Array];
    return { first: a, second: b, difference: b.map((value, t) => value - (a[t] ?? NaN)) };
  };
  const [one, two] = [first, second].map(({ result }) => numbersOf(result, channel)) as [
    Numbers,
    Numbers,
  ];
  return {
    channelName: statistics.channels[channel] ?? "",
    steps: statistics.steps,
    step,
    changes: changesOf(first.experiment, second.experiment),
    mean: series("movingMean"),
    variance: series("movingVariance"),
    populationMean: statistics.populationMean[(step - 1) * width + channel] ?? NaN,
    gap: { first: one[gapName], second: two[gapName] },
    numbers: Object.entries(one).map(([name, value]) => ({
      name,
      first: value,
      second: two[name as keyof Numbers],
    })),
  };
}

/** The arguments in which the second differs from the first, in the order of links. */
export const changesOf = (first: Experiment, second: Experiment): readonly ChangedArgument[] =>
  comparedArgs
    .map((spec) => ({
      name: spec.name,
      first: writeText(spec, first[spec.name]) ?? "none",
      second: writeText(spec, second[spec.name]) ?? "none",
    }))
    .filter((change) => change.first !== change.second);

const gapName = "mean distance between the modes";

type Numbers = ReturnType<typeof numbersOf>;

function numbersOf({ statistics, chosen }: RunData, channel: number) {
  const width = statistics.channels.length;
  const ofStep = (chosen.step - 1) * width + channel;
  const after = chosen.step * width + channel;
  const training = outputsOf({ statistics, chosen }, channel, "trainingOutputs");
  const inference = outputsOf({ statistics, chosen }, channel, "inferenceOutputs");
  const distances = training.map((output, i) => Math.abs((inference[i] ?? NaN) - output));
  const [inTraining, inInference] = [summaryOf(training), summaryOf(inference)];
  return {
    "batch mean": statistics.batchMean[ofStep] ?? NaN,
    "batch variance": statistics.batchVariance[ofStep] ?? NaN,
    "moving mean": statistics.movingMean[after] ?? NaN,
    "moving variance": statistics.movingVariance[after] ?? NaN,
    gamma: chosen.call.gamma[channel] ?? NaN,
    beta: chosen.call.beta[channel] ?? NaN,
    "mean of training outputs": inTraining.mean,
    "deviation of training outputs": inTraining.deviation,
    "mean of inference outputs": inInference.mean,
    "deviation of inference outputs": inInference.deviation,
    [gapName]: summaryOf(distances).mean,
  } as const;
}
