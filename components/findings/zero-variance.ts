import { channelAt } from "@/components/measures/kept-channels";
import type { Evidence, Finding, Inspection } from "./finding";

/** A mean that is not exact leaves a constant channel a dust of variance; this is its bound. */
const isDust = (variance: number, mean: number, size: number): boolean =>
  variance <= (size * Number.EPSILON * Math.abs(mean)) ** 2;

/** Whether a mask leaves out every example of the run's batches. */
const leavesNothing = ({ experiment, run }: Evidence): boolean =>
  experiment.mask && experiment.padding >= run.chosen.batchSize;

const ofNothing = ({ experiment, run }: Evidence): Finding => ({
  title: "The mask leaves no example",
  cause: `All ${run.chosen.batchSize} examples of every batch are padding, and the mask leaves them out. TensorFlow takes 0 divided by 0 as 0 there: mean and variance are 0, x̂ is ${experiment.epsilon > 0 ? "x / √ε" : "x divided by 0"}, and the moving statistics learn nothing of the data.`,
  remedy: "Give less padding than a batch has examples.",
});

/** Finds a channel that does not vary in the chosen batch. */
export const zeroVariance: Inspection = (evidence) => {
  const { experiment, run, channel } = evidence;
  const { statistics, chosen } = run;
  const width = statistics.channels.length;
  const at = (chosen.step - 1) * width;
  const isConstant = (c: number): boolean =>
    isDust(
      statistics.batchVariance[at + c] ?? NaN,
      statistics.batchMean[at + c] ?? NaN,
      chosen.batchSize,
    );
  const ghostSize = chosen.batchSize / chosen.call.ghostBatches;
  if (ghostSize === 1 || !chosen.usesBatch || !isConstant(channel)) return null;
  if (leavesNothing(evidence)) return ofNothing(evidence);
  const other = statistics.channels.findIndex((_, c) => !isConstant(c));
  const name = statistics.channels[channel] ?? "";
  return {
    title: experiment.epsilon > 0 ? `${name} does not vary` : `${name} is 0 divided by 0`,
    cause:
      experiment.epsilon > 0
        ? `All values of ${name} in this batch are equal, so its variance is 0, x̂ is 0 and every output is β.`
        : `All values of ${name} in this batch are equal and epsilon is 0, so training mode divides 0 by 0.`,
    remedy:
      experiment.epsilon > 0
        ? "Leave the channel out: it tells the next layer nothing."
        : "Give epsilon a value above 0.",
    ...(experiment.epsilon === 0
      ? { change: { label: "Set epsilon to 0.001", patch: { epsilon: 0.001 } } }
      : other !== -1 && {
          change: {
            label: `Look at ${statistics.channels[other] ?? ""} instead`,
            patch: { channel: channelAt(statistics, other) },
          },
        }),
  };
};
