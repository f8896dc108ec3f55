import { batchOutputs } from "@/components/measures/typical-outputs";
import type { Inspection } from "./finding";

/** Finds outputs of the chosen step's batch that are not finite where nothing else says why. */
export const outputsNotFinite: Inspection = ({ experiment, run, channel }) => {
  const { training, inference } = batchOutputs(experiment, run, channel);
  const broken = [
    ...(Number.isFinite(training.mean) ? [] : ["training"]),
    ...(Number.isFinite(inference.mean) ? [] : ["inference"]),
  ].join(" and ");
  if (broken === "") return null;
  return {
    title: `Outputs in ${broken} mode are not finite`,
    cause: `In step ${run.chosen.step} an output of ${run.statistics.channels[channel] ?? ""} in ${broken} mode is not finite although the statistics are: it is beyond what ${experiment.dtype} can hold, or there is no example.`,
    remedy: "Bring the inputs, γ and β to a smaller scale, or take a dtype of more range.",
  };
};
