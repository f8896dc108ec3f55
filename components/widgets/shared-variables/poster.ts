import poster from "@/content/posters/shared-variables.generated.json";
import type { SharedVariables } from "@/engine/types/shared-variables";

const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values);

const { training } = poster;

/** Both calls at the figure's start, from numbers the engine computed when the site was built. */
export const posterCalls: SharedVariables = {
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
