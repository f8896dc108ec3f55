import { formatSummary } from "@/components/charts/format/summary";
import { areNear, limitsInWords, modesAgree } from "@/components/measures/output-summary";
import { batchOutputs, typicalOutputs } from "@/components/measures/typical-outputs";
import type { Evidence, Inspection } from "./finding";
import { gapOrigin } from "./gap-origin";

/** Outputs that vary by no more than this share of 1, or of β, are constant to whatever follows. */
const negligible = 1e-6;

/** Whether a channel tells the next layer anything that modes could disagree on. */
function tellsAnything({ run, channel }: Pick<Evidence, "run" | "channel">): boolean {
  const { gamma, beta } = run.chosen.call;
  const size = Math.max(1, Math.abs(beta[channel] ?? 0));
  return Math.abs(gamma[channel] ?? NaN) > negligible * size;
}

/** Finds outputs of the two modes that a next layer would not take for the same. */
export const modeGap: Inspection = (evidence) => {
  const { experiment, run, channel } = evidence;
  if (!run.chosen.usesBatch || !tellsAnything(evidence)) return null;
  const { training, inference } = typicalOutputs(experiment, run, channel);
  const gamma = run.chosen.call.gamma[channel] ?? 1;
  const isKnown = [training, inference].every(
    ({ mean, deviation }) => Number.isFinite(mean) && Number.isFinite(deviation),
  );
  if (!isKnown || modesAgree(training, inference, gamma)) return null;
  const batch = batchOutputs(experiment, run, channel);
  return {
    title: "Training and inference mode disagree",
    cause: `The same batch comes out with ${formatSummary(batch.training, gamma)} in training mode and with ${formatSummary(batch.inference, gamma)} in inference mode. Over all that batches are drawn from, training mode gives ${formatSummary(training, gamma)} and inference mode ${formatSummary(inference, gamma)}. Of these, more than ${limitsInWords}, counts as a gap.`,
    ...gapOrigin(evidence, !areNear(training, inference, gamma)),
  };
};
