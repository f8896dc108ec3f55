import { formatNumber } from "@/components/charts/format/number";
import { runsUpdates } from "@/components/measures/moving-average";
import type { Experiment } from "@/engine/spec/experiment";
import type { LoopHistory } from "@/engine/types/training-loop";
import type { Evidence, Finding, Inspection } from "./finding";

/** Finds a loop on a deferred graph whose steps leave the update operations out. */
export const updatesNotRun: Inspection = (evidence) => {
  const { experiment, run } = evidence;
  const { loop, chosen } = run;
  if (loop === undefined || runsUpdates(loop, chosen.step)) return null;
  const isEarly = experiment.run_update_ops && experiment.collect_before_layer;
  const why = isEarly
    ? "The program asks for UPDATE_OPS before it makes the layer and gets an empty list, so the train step needs no update operation"
    : "The train step needs none of the operations in UPDATE_OPS, so no session.run of it runs them";
  return {
    title: "The update operations do not run",
    cause: [`${why}.`, statisticsIn(evidence), lossesIn(loop, chosen.step)]
      .filter((sentence) => sentence !== null)
      .join(" "),
    ...remedyFor(experiment, isEarly),
  };
};

/** Where the moving statistics of the channel are, and where its batch is. */
function statisticsIn({ run: { statistics, chosen }, channel }: Evidence): string {
  const { channels, batchMean, batchVariance, movingMean, movingVariance } = statistics;
  const { step } = chosen;
  const of = (rows: Float64Array, row: number): string =>
    formatNumber(rows[row * channels.length + channel] ?? NaN);
  const steps = step === 1 ? "1 step" : `${formatNumber(step, 6)} steps`;
  const moving = `the moving mean of ${channels[channel] ?? ""} is still exactly ${of(movingMean, step)} and its moving variance ${of(movingVariance, step)}`;
  return `After ${steps} ${moving}, as they started; the step’s batch has mean ${of(batchMean, step - 1)} and variance ${of(batchVariance, step - 1)}.`;
}

/** What both modes make of the first batch, over all channels; null where that is no number. */
function lossesIn({ probe }: LoopHistory, step: number): string | null {
  const [training, inference] = [probe.trainingLoss[step] ?? NaN, probe.inferenceLoss[step] ?? NaN];
  if (!Number.isFinite(training) || !Number.isFinite(inference)) return null;
  return `The first batch then has a loss of ${formatNumber(training, 3)} in training mode and of ${formatNumber(inference, 3)} in inference mode.`;
}

function remedyFor(
  { collect_before_layer: collectsEarly }: Experiment,
  isEarly: boolean,
): Pick<Finding, "remedy" | "change"> {
  const patch = { run_update_ops: true, collect_before_layer: false };
  if (isEarly) {
    return {
      remedy:
        "Ask for UPDATE_OPS after the layer is made: from then on the collection holds its two update operations.",
      change: { label: "Set collect_before_layer to false", patch },
    };
  }
  const also = collectsEarly ? " and collect_before_layer to false" : "";
  return {
    remedy:
      "Let the train step need them: train_step = tf.group(train_op, update_ops), with UPDATE_OPS asked for after the layer is made.",
    change: { label: `Set run_update_ops to true${also}`, patch },
  };
}
