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
  trainingMinimum: numbers(statistics.trainingMinimum),
  trainingMaximum: numbers(statistics.trainingMaximum),
};

const posterStep: StepTensors = {
  step: chosen.step,
  batchSize: chosen.batchSize,
  inputs: numbers(chosen.inputs),
  trainingOutputs: numbers(chosen.trainingOutputs),
  inferenceOutputs: numbers(chosen.inferenceOutputs),
  usesBatch: chosen.usesBatch,
  ghostBatches: chosen.ghostBatches,
  first: {
    mean: numbers(chosen.first.mean),
    variance: numbers(chosen.first.variance),
    r: numbers(chosen.first.r),
    d: numbers(chosen.first.d),
    scale: numbers(chosen.first.scale),
    bias: numbers(chosen.first.bias),
  },
  // The default figure has no renorm.
  unclipped: null,
};

/** The default figure, from numbers the engine computed when the site was built. */
export const posterModel = figureModel(
  { ...defaultExperiment, channel: 0 },
  posterStatistics,
  posterStep,
);
