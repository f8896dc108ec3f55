import { trainingLoop } from "../../../engine/graph/training-loop";
import { defaultSource, only, settings, short } from "./default-run";

/** The loop behind the default figure, reduced to the channel it shows; its losses are over all channels. */
export function updateOps(): unknown {
  const source = defaultSource();
  const { statistics, loss, probe, graph, fetched, ran } = trainingLoop(source, {
    steps: settings.steps,
    learningRate: settings.learning_rate,
    runUpdateOps: settings.run_update_ops,
    collectBeforeLayer: settings.collect_before_layer,
    seed: settings.seed,
  });
  const ofChannel = (values: Float64Array): ReturnType<typeof only> =>
    only(values, source.channels.length, settings.channel);
  return {
    statistics: {
      steps: statistics.steps,
      channels: [statistics.channels[settings.channel]],
      batchMean: ofChannel(statistics.batchMean),
      batchVariance: ofChannel(statistics.batchVariance),
      movingMean: ofChannel(statistics.movingMean),
      movingVariance: ofChannel(statistics.movingVariance),
      gamma: ofChannel(statistics.gamma),
      beta: ofChannel(statistics.beta),
    },
    loss: short(loss),
    probe: {
      input: ofChannel(probe.input),
      target: ofChannel(probe.target),
      trainingOutput: ofChannel(probe.trainingOutput),
      inferenceOutput: ofChannel(probe.inferenceOutput),
      trainingLoss: short(probe.trainingLoss),
      inferenceLoss: short(probe.inferenceLoss),
    },
    graph,
    fetched,
    ran: Array.from(ran),
  };
}
