import { switchesOf } from "@/engine/spec/profiles";
import { isFrozen } from "@/components/measures/moving-average";
import type { Inspection } from "./finding";

/** Finds a layer that is frozen while the run trains. */
export const frozen: Inspection = ({ experiment, run }) => {
  if (!isFrozen(experiment, run.chosen.step)) return null;
  const { frozenMeansInference, frozenStillUpdates } = switchesOf(experiment.profile);
  return {
    title: "The layer is frozen",
    cause: frozenMeansInference
      ? "With trainable=False the layer runs in inference mode whatever training says: it uses the moving statistics it was given and never moves them."
      : `In this version trainable=False keeps γ and β; training mode still normalizes with the batch${frozenStillUpdates ? ", and the moving statistics still move" : ", while the moving statistics stay where they are"}.`,
    remedy:
      "For fine-tuning that is meant. If the statistics are to fit this data, unfreeze the layer first.",
    change: experiment.trainable
      ? { label: "Set frozen_from to none", patch: { frozen_from: null } }
      : { label: "Set trainable to true", patch: { trainable: true } },
  };
};
