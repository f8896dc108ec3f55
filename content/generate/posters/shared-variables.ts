import { widgets } from "../../../components/widgets/registry";
import { sharedVariables as sharedVariablesOf } from "../../../engine/graph/shared-variables";
import { settingsFor } from "../../../engine/graph/shared-variables-settings";
import { startOf } from "../../../engine/spec/experiment";
import { only, short, sourceOf } from "./default-run";

/** The two calls at the figure's start, reduced to the channel it shows; its losses are over all channels. */
export function sharedVariables(): unknown {
  const experiment = startOf(widgets["shared-variables"]);
  const source = sourceOf(experiment);
  const { channels, training, ...rest } = sharedVariablesOf(source, settingsFor(experiment));
  if (training === null) throw new TypeError("the calls at the start are not refused");
  const ofChannel = (values: Float64Array): ReturnType<typeof only> =>
    only(values, channels.length, experiment.channel);
  return {
    ...rest,
    channels: [channels[experiment.channel]],
    training: {
      ...training,
      loss: short(training.loss),
      batchMeans: training.batchMeans.map(ofChannel),
      values: training.values.map(ofChannel),
      inputs: training.inputs.map(ofChannel),
      trainingOutputs: training.trainingOutputs.map(ofChannel),
      inferenceOutputs: training.inferenceOutputs.map(ofChannel),
    },
  };
}
