import { BatchNormalization } from "../layer/batch-normalization";
import type { BatchNormArguments } from "../layer/configuration";
import type { ProfileId } from "../spec/profiles";
import type { TrainingRun } from "./training-run";

/**
 * The outputs that a step's training call would have had without an adjustment, `batchSize × channels`: those of a layer
 * that has none and finds the same weights. Throws a ValueError for a step that is none.
 */
export function unadjustedOutputs(
  run: TrainingRun,
  args: BatchNormArguments,
  step: number,
  profile?: ProfileId,
): Float64Array {
  const inputs = run.inputsAt(step);
  const plain = new BatchNormalization(
    // Left out, not null: there is a version whose layer has no such argument.
    { ...args, axis: -1, adjustment: undefined },
    { ...(profile && { profile }) },
  );
  plain.build(inputs.shape);
  plain.setWeights(run.layerAt(step).getWeights());
  return Float64Array.from(plain.call(inputs, { training: true }).data);
}
