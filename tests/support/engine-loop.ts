import { subjectOf } from "@/components/code-export/subject";
import { trainingLoop } from "@/engine/graph/training-loop";
import type { Experiment } from "@/engine/spec/experiment";
import { sourceOf } from "./engine-step";
import type { EngineStep } from "./engine-step";

/** Runs a training loop and looks at its step, with what a program of it must find. */
export function engineLoop(experiment: Experiment): EngineStep {
  const { momentum, epsilon, moving_mean_initializer, moving_variance_initializer } = experiment;
  const source = sourceOf(experiment);
  const run = trainingLoop(source, {
    layer: { momentum, epsilon, moving_mean_initializer, moving_variance_initializer },
    steps: experiment.steps,
    seed: experiment.seed,
    learningRate: experiment.learning_rate,
    runUpdateOps: experiment.run_update_ops,
    collectBeforeLayer: experiment.collect_before_layer,
    channel: experiment.channel,
  });
  const chosen = run.inspect(experiment.step);
  const { statistics } = run.loop;
  const width = statistics.channels.length;
  const row = (rows: Float64Array, at: number): readonly number[] => [
    ...rows.subarray(at * width, (at + 1) * width),
  ];
  const { step } = chosen;
  return {
    subject: subjectOf({
      kind: "loop",
      experiment,
      channels: source.channels.length,
      shown: chosen,
    }),
    numbers: {
      gamma: row(statistics.gamma, step - 1),
      beta: row(statistics.beta, step - 1),
      mean: row(statistics.batchMean, step - 1),
      variance: row(statistics.batchVariance, step - 1),
      moving_mean: row(statistics.movingMean, step),
      moving_variance: row(statistics.movingVariance, step),
      training_output: [...chosen.trainingOutputs],
      inference_output: [...chosen.inferenceOutputs],
    },
  };
}
