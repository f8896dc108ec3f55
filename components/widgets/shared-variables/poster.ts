import poster from "@/content/posters/shared-variables.generated.json";
import { startOf } from "@/engine/spec/experiment";
import type { SharedVariables } from "@/engine/types";
import { channelModel, figureModel } from "./model";
import { asProgrammed, sharedVariables } from "./widget";

const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values);

const { training } = poster;

const posterResult: SharedVariables = {
  ...poster,
  training: {
    steps: training.steps,
    loss: numbers(training.loss),
    batchMeans: training.batchMeans.map(numbers),
    values: training.values.map(numbers),
    inputs: training.inputs.map(numbers),
    trainingOutputs: training.trainingOutputs.map(numbers),
    inferenceOutputs: training.inferenceOutputs.map(numbers),
    ran: training.ran,
  },
};

export const posterExperiment = asProgrammed(startOf(sharedVariables));

/** The figure at its start, from numbers the engine computed when the site was built. */
export const posterModel = figureModel(
  channelModel(posterExperiment, posterResult),
  posterExperiment.step,
);
