import { writeEdits } from "@/components/controls/edits-text";
import { beyondBatch } from "@/components/state/beyond-data";
import type { Experiment } from "@/engine/spec/experiment";
import type { FigureModel } from "./figure-model";

/** Renorm and the adjustment have no stage where the call does without them. */
function idleStage({ stage, askedStage, stages, usesBatch }: FigureModel): readonly string[] {
  if (stage.id === askedStage) return [];
  const cause = usesBatch ? `${askedStage} is off` : "the layer is frozen";
  return [
    `stage must be one of ${stages.map(({ id }) => id).join(", ")} while ${cause}. Received: stage=${askedStage}. Using ${stage.id} instead.`,
  ];
}

function idleEdits(model: FigureModel): readonly string[] {
  const { idleEdits: idle, steps, batchSize, padding, channelNames } = model;
  if (idle.length === 0) return [];
  const examples = batchSize - padding;
  const rule =
    examples > 0
      ? `edits must be of cells that the run has: steps 1 to ${steps}, examples 0 to ${examples - 1}, channels 0 to ${channelNames.length - 1}`
      : "edits must be of examples that are no padding, and this run has none";
  return [`${rule}. Received: edits=${writeEdits(idle)}. Without effect.`];
}

/** What only the run can tell of a link's values. */
export const warningsFor = (
  { example }: Pick<Experiment, "example">,
  model: FigureModel,
): readonly string[] => [
  ...beyondBatch(example, model.batchSize),
  ...idleStage(model),
  ...idleEdits(model),
];
