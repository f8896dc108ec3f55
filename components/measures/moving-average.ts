import type { Experiment } from "@/engine/spec/experiment";
import { switchesOf } from "@/engine/spec/profiles";
import type { LoopHistory } from "@/engine/types/training-loop";

/** Whether the layer is frozen in a step of the run. */
export const isFrozen = ({ trainable, frozen_from: from }: Experiment, step: number): boolean =>
  !trainable || (from !== null && step >= from);

/** Whether a training call of a step moves the moving statistics. */
export const moves = (experiment: Experiment, step: number): boolean =>
  !isFrozen(experiment, step) || switchesOf(experiment.profile).frozenStillUpdates;

/** Whether a step of a loop ran an operation that moves the moving statistics: the graph says, not the program. */
export function runsUpdates({ graph: { operations }, ran }: LoopHistory, step: number): boolean {
  const first = (step - 1) * operations.length;
  return operations.some(({ isUpdate }, i) => isUpdate && ran[first + i] === 1);
}

/** After how many steps a moving average holds at most this share of its initial value; Infinity where it never does. */
export function stepsUntilLeft(momentum: number, share: number): number {
  if (momentum >= 1) return Infinity;
  if (momentum <= 0) return 1;
  return Math.max(Math.ceil(Math.log(share) / Math.log(momentum)), 1);
}
