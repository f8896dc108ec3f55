import { decadeBound, finiteExtent } from "@/components/charts/plot/domain";
import { columnOf } from "@/components/measures/column";
import { channelNamesOf } from "@/components/measures/kept-channels";
import type { Experiment } from "@/engine/spec/experiment";
import type { ChannelModel, ExampleOutputs, FigureModel, LoopData, RanGraph } from "./figure-model";
import { drawingOf } from "./drawing";
import { programFor } from "./program";
import { sentencesFor } from "./sentences";

export function channelModel(experiment: Experiment, loop: LoopData): ChannelModel {
  const { statistics } = loop;
  const width = statistics.channels.length;
  const channel = Math.min(experiment.channel, width - 1);
  const of = (rows: Float64Array): Float64Array => columnOf(rows, width, channel);
  return {
    channelName: statistics.channels[channel] ?? "",
    channelNames: channelNamesOf(statistics),
    steps: statistics.steps,
    batchSize: experiment.batch_size,
    momentum: experiment.momentum,
    runsUpdates: experiment.run_update_ops,
    collectsEarly: experiment.collect_before_layer,
    mean: { batch: of(statistics.batchMean), moving: of(statistics.movingMean) },
    variance: { batch: of(statistics.batchVariance), moving: of(statistics.movingVariance) },
    gamma: of(statistics.gamma),
    beta: of(statistics.beta),
    outputs: outputsOf(loop, channel, of),
    losses: {
      fetched: loop.loss,
      training: loop.probe.trainingLoss,
      inference: loop.probe.inferenceLoss,
    },
    program: programFor(experiment),
  };
}

/** Looks at one step; one beyond the run's end is its last. */
export function figureModel(model: ChannelModel, loop: LoopData, chosen: number): FigureModel {
  const step = Math.min(chosen, model.steps);
  const seen = { ...model, step, graph: ranGraph(loop, step) };
  return { ...seen, drawing: drawingOf(seen), sentences: sentencesFor(seen) };
}

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
