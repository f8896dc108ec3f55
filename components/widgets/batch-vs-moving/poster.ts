import poster from "@/content/posters/batch-vs-moving.generated.json";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { RunStatistics, StepTensors } from "@/engine/types";
import { figureModel } from "./model";

const { statistics, chosen } = poster;
const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values);

const posterStatistics: RunStatistics = {
  steps: statistics.steps,
  channels: statistics.channels,
  batchMean: numbers(statistics.batchMean),
  batchVariance: numbers(statistics.batchVariance),
  batchMinimum: numbers(statistics.batchMinimum),
  batchMaximum: numbers(statistics.batchMaximum),
  populationMean: numbers(statistics.populationMean),
  populationVariance: numbers(statistics.populationVariance),
  movingMean: numbers(statistics.movingMean),
  movingVariance: numbers(statistics.movingVariance),
  gamma: numbers(statistics.gamma),
  beta: numbers(statistics.beta),
};

const posterStep: StepTensors = {
  step: chosen.step,
  batchSize: chosen.batchSize,
  inputs: numbers(chosen.inputs),
  trainingOutputs: numbers(chosen.trainingOutputs),
  inferenceOutputs: numbers(chosen.inferenceOutputs),
};

/** The default figure, from numbers the engine computed when the site was built. */
export const posterModel = figureModel(
  { ...defaultExperiment, channel: 0 },
  posterStatistics,
  posterStep,
);
