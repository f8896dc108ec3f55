import poster from "@/content/posters/update-ops.generated.json";
import type { LoopData } from "./figure-model";

const { statistics, probe } = poster;
const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values);

/** The loop at the figure's start, from numbers the engine computed when the site was built. */
export const posterLoop: LoopData = {
  statistics: {
    steps: statistics.steps,
    channels: statistics.channels,
    kept: null,
    batchMean: numbers(statistics.batchMean),
    batchVariance: numbers(statistics.batchVariance),
    movingMean: numbers(statistics.movingMean),
    movingVariance: numbers(statistics.movingVariance),
    gamma: numbers(statistics.gamma),
    beta: numbers(statistics.beta),
  },
  loss: numbers(poster.loss),
  probe: {
    input: numbers(probe.input),
    target: numbers(probe.target),
    trainingOutput: numbers(probe.trainingOutput),
    inferenceOutput: numbers(probe.inferenceOutput),
    trainingLoss: numbers(probe.trainingLoss),
    inferenceLoss: numbers(probe.inferenceLoss),
  },
  graph: poster.graph,
  fetched: poster.fetched,
  ran: Uint8Array.from(poster.ran),
};
