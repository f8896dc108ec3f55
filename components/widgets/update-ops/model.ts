import { decadeBound, finiteExtent } from "@/components/charts/plot/domain";
import { columnOf } from "@/components/measures/column";
import { channelNamesOf } from "@/components/measures/kept-channels";
import { outputsOf } from "@/components/measures/output-summary";
import { remembered } from "@/components/measures/remembered";
import type { RunData } from "@/components/measures/run-data";
import type { Experiment } from "@/engine/spec/experiment";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { LoopHistory, LoopProbe } from "@/engine/types/training-loop";
import type {
  BatchOutputs,
  ExampleOutputs,
  FigureModel,
  LoopData,
  LoopSeries,
  RanGraph,
} from "./figure-model";
import { drawingOf } from "./drawing";
import { programFor } from "./program";
import { sentencesFor } from "./sentences";

/** A loop in one channel; one beyond the last is the last. */
export function figureModel(experiment: Experiment, data: LoopData): FigureModel {
  const { statistics, chosen, loop } = data;
  const width = statistics.channels.length;
  const channel = Math.min(experiment.channel, width - 1);
  const { step } = chosen;
  const seen = {
    ...channelOf(statistics, channel),
    outputs: exampleOf(loop.probe, width, channel),
    losses: {
      fetched: loop.loss,
      training: loop.probe.trainingLoss,
      inference: loop.probe.inferenceLoss,
    },
    batchSize: experiment.batch_size,
    momentum: experiment.momentum,
    runsUpdates: experiment.run_update_ops,
    collectsEarly: experiment.collect_before_layer,
    program: programFor(experiment),
    step,
    batch: batchOf(data, channel),
    graph: ranGraph(loop, step),
  };
  return { ...seen, drawing: drawingOf(seen), sentences: sentencesFor(seen) };
}

/** What stays while the chosen step moves. */
const channelOf = remembered((statistics: RunStatistics, channel: number) => {
  const of = (rows: Float64Array): Float64Array =>
    columnOf(rows, statistics.channels.length, channel);
  const series = (batch: Float64Array, moving: Float64Array): LoopSeries => ({
    batch: of(batch),
    moving: of(moving),
  });
  return {
    channelName: statistics.channels[channel] ?? "",
    channelNames: channelNamesOf(statistics),
    steps: statistics.steps,
    mean: series(statistics.batchMean, statistics.movingMean),
    variance: series(statistics.batchVariance, statistics.movingVariance),
    gamma: of(statistics.gamma),
    beta: of(statistics.beta),
  };
});

const exampleOf = remembered((probe: LoopProbe, width: number, channel: number): ExampleOutputs => {
  const of = (rows: Float64Array): Float64Array => columnOf(rows, width, channel);
  const target = probe.target[channel] ?? NaN;
  const [training, inference] = [of(probe.trainingOutput), of(probe.inferenceOutput)];
  const [low, high] = finiteExtent(training, inference, [target]) ?? [0, 0];
  return {
    input: probe.input[channel] ?? NaN,
    target,
    training,
    inference,
    domain: [-decadeBound(-low), decadeBound(high)],
  };
});

function batchOf(run: RunData, channel: number): BatchOutputs {
  const width = run.statistics.channels.length;
  const { inputs, labels = null } = run.chosen;
  return {
    input: Array.from(columnOf(inputs, width, channel)),
    training: outputsOf(run, channel, "trainingOutputs"),
    inference: outputsOf(run, channel, "inferenceOutputs"),
    labels,
  };
}

function ranGraph({ graph, ran, fetched }: LoopHistory, step: number): RanGraph {
  const count = graph.operations.length;
  const row = ran.subarray((step - 1) * count, step * count);
  return { ...graph, fetched, ran: Array.from(row, (one) => one === 1) };
}
