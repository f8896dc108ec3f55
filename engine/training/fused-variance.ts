import { besselFactor, movedTowards } from "../core/moving-average";
import { roundingOf } from "../core/rounding";
import { BatchNormalization } from "../layer/batch-normalization";
import type { BatchNormArguments } from "../layer/configuration";
import { weightDtype } from "../layer/weight-plan";
import { momentum as momentumSpec } from "../spec/args/momentum";
import { switchesOf } from "../spec/profiles";
import type { ProfileId } from "../spec/profiles";
import type { RunStatistics } from "../types/run-statistics";

export interface FusedVarianceOptions {
  readonly profile: ProfileId;
  readonly seed: number;
  readonly batchSize: number;
}

/**
 * The moving variance of a run, `(steps + 1) × channels`, had its layer been given each batch as
 * batch × 1 × 1 × channels and taken the fused implementation. Null where it would not have taken it all the same, or
 * moves nothing.
 */
export function fusedVariance(
  { steps, channels, batchVariance, movingVariance }: RunStatistics,
  args: BatchNormArguments,
  { profile, seed, batchSize }: FusedVarianceOptions,
): Float64Array | null {
  const width = channels.length;
  const { trainable = true, momentum = momentumSpec.default } = args;
  const switches = switchesOf(profile);
  const layer = new BatchNormalization({ ...args, axis: -1, fused: null }, { profile, seed });
  layer.build([batchSize, 1, 1, width]);
  const isMoving = trainable || switches.frozenStillUpdates;
  if (layer.fused !== true || !isMoving) return null;
  const rule = {
    momentum,
    isByKernel: switches.fusedMovesAverages,
    round: roundingOf(weightDtype(layer.dtype)),
  };
  const factor = besselFactor(batchSize);
  const rows = new Float64Array((steps + 1) * width);
  let average: Float64Array = movingVariance.slice(0, width);
  rows.set(average);
  for (let step = 1; step <= steps; step++) {
    const batch = batchVariance.subarray((step - 1) * width, step * width);
    average = movedTowards(average, batch, factor, rule);
    rows.set(average, step * width);
  }
  return rows;
}
