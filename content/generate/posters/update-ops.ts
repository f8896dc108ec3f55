import { widgets } from "../../../components/widgets/registry";
import { trainingLoop } from "../../../engine/graph/training-loop";
import { startOf } from "../../../engine/spec/experiment";
import { sourceOf } from "./default-run";
import { reduced } from "./run-poster";

/** The loop behind the figure at its start, reduced to its first channel; its losses are over all channels. */
export function updateOps(): unknown {
  const experiment = startOf(widgets["update-ops"]);
  const source = sourceOf(experiment);
  const run = trainingLoop(source, {
    steps: experiment.steps,
    learningRate: experiment.learning_rate,
    runUpdateOps: experiment.run_update_ops,
    collectBeforeLayer: experiment.collect_before_layer,
    seed: experiment.seed,
  });
  const { statistics, graph, ran, ...loop } = run.loop;
  const { channels, ...rows } = statistics;
  const ofFirst = (value: object): object => reduced(value, source.channels.length, 1) as object;
  return {
    statistics: { ...ofFirst(rows), channels: channels.slice(0, 1) },
    ...ofFirst({ loop, chosen: run.inspect(experiment.step) }),
    graph,
    ran: Array.from(ran),
  };
}
