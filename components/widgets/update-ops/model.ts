import { decadeBound, finiteExtent } from "@/components/charts/plot/domain";
import { columnOf } from "@/components/measures/column";
import { channelNamesOf } from "@/components/measures/kept-channels";
import { remembered } from "@/components/measures/remembered";
import type { Experiment } from "@/engine/spec/experiment";
import type {
  ChannelModel,
  ExampleOutputs,
  FigureModel,
  LoopData,
  LoopSeries,
  RanGraph,
} from "./figure-model";
import { drawingOf } from "./drawing";
import { programFor } from "./program";
import { sentencesFor } from "./sentences";

/** A loop in one channel; one beyond the last is the last, and so is a step. */
export function figureModel(experiment: Experiment, loop: LoopData): FigureModel {
  const step = Math.min(experiment.step, loop.statistics.steps);
  const seen = {
    ...channelOf(loop, Math.min(experiment.channel, loop.statistics.channels.length - 1)),
    batchSize: experiment.batch_size,
    momentum: experiment.momentum,
    runsUpdates: experiment.run_update_ops,
    collectsEarly: experiment.collect_before_layer,
    program: programFor(experiment),
    step,
    graph: ranGraph(loop, step),
  };
  return { ...seen, drawing: drawingOf(seen), sentences: sentencesFor(seen) };
}

/** What stays while the chosen step moves. */
const channelOf = remembered((loop: LoopData, channel: number): ChannelModel => {
  const { statistics } = loop;
  const width = statistics.channels.length;
  const of = (rows: Float64Array): Float64Array => columnOf(rows, width, channel);
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
    outputs: outputsOf(loop, channel, of),
    losses: {
      fetched: loop.loss,
      training: loop.probe.trainingLoss,
      inference: loop.probe.inferenceLoss,
    },
  };
});

function outputsOf(
  { probe }: LoopData,
  channel: number,
  of: (rows: Float64Array) => Float64Array,
): ExampleOutputs {
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
}

function ranGraph({ graph, ran, fetched }: LoopData, step: number): RanGraph {
  const count = graph.operations.length;
  const row = ran.subarray((step - 1) * count, step * count);
  return { ...graph, fetched, ran: Array.from(row, (one) => one === 1) };
}
