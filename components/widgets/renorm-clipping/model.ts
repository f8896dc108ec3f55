import { decadeBound, finiteExtent } from "@/components/charts/plot/domain";
import { clippedSteps } from "@/components/measures/clipped-steps";
import { columnOf } from "@/components/measures/column";
import { remembered } from "@/components/measures/remembered";
import type { RunData } from "@/components/measures/run-data";
import type { Experiment } from "@/engine/spec/experiment";
import { switchesOf } from "@/engine/spec/profiles";
import type { RenormHistory } from "@/engine/types/renorm-history";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { StepTensors } from "@/engine/types/step-tensors";
import type { CorrectionSeries, ExampleOutputs, FigureModel } from "./figure-model";
import { isPaperSchedule } from "./paper";
import { partDomain } from "./part-domain";
import { sentencesFor } from "./sentences";

export function figureModel(experiment: Experiment, { statistics, chosen }: RunData): FigureModel {
  const width = statistics.channels.length;
  const channel = Math.min(experiment.channel, width - 1);
  const outputs = outputsOf(chosen, channel, width);
  const seen = {
    channelName: statistics.channels[channel] ?? "",
    channelNames: statistics.channels,
    steps: statistics.steps,
    step: chosen.step,
    batchSize: chosen.batchSize,
    isWeighted: switchesOf(experiment.profile).renorm === "weighted",
    correction: correctionOf(statistics, channel),
    averages: averagesOf(chosen, channel),
    isPaper: isPaperSchedule(experiment.renorm_clipping, statistics.steps),
    renormMomentum: experiment.renorm_momentum,
    absence: absenceOf(experiment, statistics),
    outputs,
    outputDomain: outputDomain(statistics, channel, outputs),
    mean: overGhosts(chosen.call.used.mean, channel, width),
    variance: overGhosts(chosen.call.used.variance, channel, width),
    epsilon: experiment.epsilon,
    first: chosen.call.normalized[channel] ?? NaN,
  };
  return { ...seen, sentences: sentencesFor(seen) };
}

/** Ghost batches share one correction, which follows the average of their statistics. */
function overGhosts(rows: Float64Array, channel: number, width: number): number {
  const ghosts = columnOf(rows, width, channel);
  return ghosts.reduce((sum, value) => sum + value, 0) / ghosts.length;
}

function averagesOf({ call: { renorm } }: StepTensors, channel: number): FigureModel["averages"] {
  if (renorm === null) return null;
  const { mean, deviation } = renorm.averages;
  return { mean: mean[channel] ?? NaN, deviation: deviation[channel] ?? NaN };
}

function absenceOf(experiment: Experiment, { renorm }: RunStatistics): FigureModel["absence"] {
  if (renorm !== null) return null;
  return experiment.renorm ? "frozen" : "off";
}

const correctionOf = remembered(
  (statistics: RunStatistics, channel: number): FigureModel["correction"] => {
    const { renorm } = statistics;
    if (renorm === null) return null;
    const series = seriesOf(renorm, channel, statistics.channels.length);
    return { ...series, clipped: clippedSteps(statistics, channel), beyond: stepsBeyond(series) };
  },
);

const stepsBeyond = ({ r, d }: Readonly<Record<"r" | "d", CorrectionSeries>>): number => {
  const isBeyond = ({ unclipped, domain: [low, high] }: CorrectionSeries, i: number): boolean =>
    (unclipped[i] ?? NaN) < low || (unclipped[i] ?? NaN) > high;
  return r.unclipped.filter((_, i) => isBeyond(r, i) || isBeyond(d, i)).length;
};

const withDomain = (series: Omit<CorrectionSeries, "domain">): CorrectionSeries => ({
  ...series,
  domain: partDomain(series),
});

function seriesOf(
  history: RenormHistory,
  channel: number,
  width: number,
): { readonly r: CorrectionSeries; readonly d: CorrectionSeries } {
  const column = (rows: Float64Array): Float64Array => columnOf(rows, width, channel);
  const { unclipped } = history;
  return {
    r: withDomain({
      unclipped: column(unclipped.r),
      applied: column(history.r),
      lower: history.rmin,
      upper: history.rmax,
      neutral: 1,
    }),
    d: withDomain({
      unclipped: column(unclipped.d),
      applied: column(history.d),
      lower: history.dmax.map((dmax) => -dmax),
      upper: history.dmax,
      neutral: 0,
    }),
  };
}

/** y = γ·(x̂·r + d) + β with renorm; without it r is 1 and d is 0. */
function outputsOf(chosen: StepTensors, channel: number, width: number): ExampleOutputs {
  const { call, batchSize, trainingOutputs, inferenceOutputs } = chosen;
  const column = (rows: Float64Array): readonly number[] =>
    Array.from({ length: batchSize }, (_, row) => rows[row * width + channel] ?? NaN);
  const [gamma, beta] = [call.gamma[channel] ?? 1, call.beta[channel] ?? 0];
  return {
    plain: column(call.normalized).map((normalized) => gamma * normalized + beta),
    renorm: column(trainingOutputs),
    inference: column(inferenceOutputs),
  };
}

const trainingExtent = remembered(
  ({ channels, trainingMinimum, trainingMaximum }: RunStatistics, channel: number) =>
    finiteExtent(
      columnOf(trainingMinimum, channels.length, channel),
      columnOf(trainingMaximum, channels.length, channel),
    ),
);

/** In steps of 3, 10, 30, as far as any training output of the run and this step's other outputs go. */
function outputDomain(
  statistics: RunStatistics,
  channel: number,
  outputs: ExampleOutputs,
): readonly [number, number] {
  const ofRun = trainingExtent(statistics, channel) ?? [];
  const [low, high] = finiteExtent(ofRun, ...Object.values(outputs)) ?? [0, 0];
  const bound = decadeBound(Math.max(-low, high));
  return [-bound, bound];
}
