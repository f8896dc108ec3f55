import { formatNumber } from "@/components/charts/format/number";
import { gapLimits, modesAgree, outputsOf, summaryOf } from "@/components/measures/output-summary";
import type { OutputSummary } from "@/components/measures/output-summary";
import type { Inspection } from "./finding";

const inWords = ({ mean, deviation }: OutputSummary): string =>
  `mean ${formatNumber(mean, 3)} and deviation ${formatNumber(deviation, 3)}`;

/** Finds outputs of the two modes that a next layer would not take for the same. */
export const modeGap: Inspection = ({ run, channel }) => {
  const training = summaryOf(outputsOf(run, channel, "trainingOutputs"));
  const inference = summaryOf(outputsOf(run, channel, "inferenceOutputs"));
  const isKnown = [training, inference].every(({ mean }) => Number.isFinite(mean));
  const gamma = Math.abs(run.chosen.call.gamma[channel] ?? 1);
  if (!isKnown || modesAgree(training, inference, gamma)) return null;
  return {
    title: "Training and inference mode disagree",
    cause: `The same batch comes out with ${inWords(training)} in training mode and with ${inWords(inference)} in inference mode. More than ${gapLimits.mean}·|γ| between the means, or more than a factor of ${gapLimits.ratio} between the deviations, counts as a gap.`,
    remedy:
      "What follows the layer was trained on the first and meets the second when it is used. Close the gap by what the other findings name: settled statistics, larger batches, no padding in them.",
  };
};
