import type { Experiment } from "@/engine/spec/experiment";
import { switchesOf } from "@/engine/spec/profiles";

/** Whether the layer is frozen in a step of the run. */
export const isFrozen = ({ trainable, frozen_from: from }: Experiment, step: number): boolean =>
  !trainable || (from !== null && step >= from);

/** Whether a training call of a step moves the moving statistics. */
export const moves = (experiment: Experiment, step: number): boolean =>
  !isFrozen(experiment, step) || switchesOf(experiment.profile).frozenStillUpdates;

/** After how many steps a moving average holds at most this share of its initial value; Infinity where it never does. */
export function stepsUntilLeft(momentum: number, share: number): number {
  if (momentum >= 1) return Infinity;
  if (momentum <= 0) return 1;
  return Math.max(Math.ceil(Math.log(share) / Math.log(momentum)), 1);
}
