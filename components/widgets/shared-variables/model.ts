import { columnOf } from "@/components/measures/column";
import { remembered } from "@/components/measures/remembered";
import type { Experiment } from "@/engine/spec/experiment";
import type { SharedTraining, SharedVariables } from "@/engine/types/shared-variables";
import { callsOf, variablesOf } from "./sharing";
import { drawingOf } from "./drawing";
import type { ChannelModel, FigureModel, TrainedModel, VariableModel } from "./figure-model";
import { programFor } from "./program";
import { sentencesFor } from "./sentences";

/** Both calls in one channel; one beyond the last is the last, and so is a step. */
export function figureModel(experiment: Experiment, result: SharedVariables): FigureModel {
  const { graph, refusal, calls } = result;
  const seen = {
    ...channelOf(result, Math.min(experiment.channel, result.channels.length - 1)),
    steps: experiment.steps,
    momentum: experiment.momentum,
    graph,
    refusal,
    program: programFor(experiment, refusal === null ? null : calls.length),
    step: Math.min(experiment.step, experiment.steps),
  };
  return { ...seen, drawing: drawingOf(seen), sentences: sentencesFor(seen) };
}

/** What stays while the chosen step moves. */
const channelOf = remembered((result: SharedVariables, channel: number): ChannelModel => {
  const { channels, graph, training } = result;
  const width = channels.length;
  const of = (rows: Float64Array | undefined): Float64Array =>
    rows === undefined ? new Float64Array() : columnOf(rows, width, channel);
  const variables = variablesOf(result, of);
  return {
    channelName: channels[channel] ?? "",
    channelNames: channels,
    ran: training?.ran ?? graph.operations.map(() => false),
    calls: callsOf(result),
    variables,
    shared: variables.filter(({ usedBy }) => usedBy.length === 2),
    trained: training === null ? null : trainedModel(training, variables, channel, of),
  };
});

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
