import { switchesOf } from "@/engine/spec/profiles";
import { isFrozen } from "@/components/measures/moving-average";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { Finding, Inspection } from "./finding";

/** Finds a layer that is frozen while the run trains. */
export const frozen: Inspection = ({ experiment, run }) => {
  if (!isFrozen(experiment, run.chosen.step)) return null;
  return switchesOf(experiment.profile).frozenMeansInference
    ? {
        title: "The layer is frozen",
        cause:
          "With trainable=False the layer runs in inference mode whatever training says: it uses the moving statistics it was given and never moves them.",
        remedy:
          "For fine-tuning that is meant. If the statistics are to fit this data, unfreeze the layer first.",
        change: unfreezing(experiment),
      }
    : onlyParameters(experiment);
};

/** Where trainable=False stops less than it seems to. */
function onlyParameters(experiment: Experiment): Finding {
  const { frozenStillUpdates } = switchesOf(experiment.profile);
  const statistics = frozenStillUpdates
    ? ", and the moving statistics still move"
    : ", while the moving statistics stay where they are";
  return {
    title: "The layer is frozen, and still normalizes with its batches",
    cause: `In this version trainable=False keeps γ and β; training mode still normalizes with the batch${statistics}.`,
    remedy: frozenStillUpdates
      ? "For fine-tuning call the layer with training=False, which uses the moving statistics and moves none; or take a version in which trainable=False means inference mode."
      : "For fine-tuning call the layer with training=False, or take a version in which trainable=False means inference mode: as it is, what follows learns from batch statistics and is used with moving ones that no longer follow them.",
    change: {
      label: `Set profile to ${defaultExperiment.profile}`,
      patch: { profile: defaultExperiment.profile },
    },
  };
}

const unfreezing = ({ trainable }: Experiment): NonNullable<Finding["change"]> =>
  trainable
    ? { label: "Set frozen_from to none", patch: { frozen_from: null } }
    : { label: "Set trainable to true", patch: { trainable: true } };
