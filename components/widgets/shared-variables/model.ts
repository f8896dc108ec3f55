import type { Experiment } from "@/engine/spec/experiment";
import type { SharedTraining, SharedVariables } from "@/engine/types";
import { callsOf, variablesOf } from "./sharing";
import { drawingOf } from "./drawing";
import type { ChannelModel, FigureModel, TrainedModel, VariableModel } from "./figure-model";
import { programFor } from "./program";
import { sentencesFor } from "./sentences";

/** Picks one channel's column out of row-major rows. */
const column = (rows: Float64Array | undefined, width: number, channel: number): Float64Array =>
  rows === undefined
    ? new Float64Array()
    : Float64Array.from(
        { length: rows.length / width },
        (_, row) => rows[row * width + channel] ?? NaN,
      );

/** One channel of a result. */
export function channelModel(experiment: Experiment, result: SharedVariables): ChannelModel {
  const { channels, graph, refusal, training } = result;
  const width = channels.length;
  const channel = Math.min(experiment.channel, width - 1);
  const of = (rows: Float64Array | undefined): Float64Array => column(rows, width, channel);
  const variables = variablesOf(result, of);
  return {
    channelName: channels[channel] ?? "",
    channelNames: channels,
    steps: experiment.steps,
    momentum: experiment.momentum,
    graph,
    ran: training?.ran ?? graph.operations.map(() => false),
    calls: callsOf(result),
    variables,
    shared: variables.filter(({ usedBy }) => usedBy.length === 2),
    refusal,
    trained: training === null ? null : trainedModel(training, variables, channel, of),
    program: programFor(experiment, refusal === null ? null : result.calls.length),
  };
}

/** Looks at one step; one beyond the run's end is its last. */
export function figureModel(model: ChannelModel, chosen: number): FigureModel {
  const seen = { ...model, step: Math.min(chosen, model.steps) };
  return { ...seen, drawing: drawingOf(seen), sentences: sentencesFor(seen) };
}

function trainedModel(
  training: SharedTraining,
  variables: readonly VariableModel[],
  channel: number,
  of: (rows: Float64Array | undefined) => Float64Array,
): TrainedModel {
  const [first, second] = training.inputs;
  return {
    loss: training.loss,
    batchMeans: training.batchMeans.map(of),
    movingMeans: ([0, 1] as const).map((call) => movingMeanOf(variables, call)),
    input: second?.[channel] ?? NaN,
    trainingOutput: of(training.trainingOutputs[1]),
    inferenceOutput: of(training.inferenceOutputs[1]),
    firstInput: first?.[channel] ?? NaN,
    firstTrainingOutput: of(training.trainingOutputs[0]),
    firstInferenceOutput: of(training.inferenceOutputs[0]),
  };
}

const movingMeanOf = (variables: readonly VariableModel[], call: 0 | 1): Float64Array =>
  variables.find(({ usedBy, lastName }) => usedBy.includes(call) && lastName === "moving_mean")
    ?.values ?? new Float64Array();
