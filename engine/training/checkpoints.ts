import type { BatchNormalization } from "../layer/batch-normalization";
import type { Optimizer } from "../optimizers";
import type { Tensor } from "../tensor/tensor";

/** All that a training step finds and that decides how training goes on from it. */
export interface Checkpoint {
  /** The step, counted from 1, that has not been taken yet. */
  readonly step: number;
  readonly weights: readonly Tensor[];
  /** What schedules and drawn adjustments count by. */
  readonly calls: number;
  /** What the optimizer remembers of the layer. */
  readonly slots: ReturnType<Optimizer["slotsOf"]> | undefined;
}

/** A layer with the optimizer that trains it. */
export interface Trained {
  readonly layer: BatchNormalization;
  readonly optimizer: Optimizer | undefined;
}

export const checkpointOf = ({ layer, optimizer }: Trained, step: number): Checkpoint => ({
  step,
  weights: layer.getWeights(),
  calls: layer.step,
  slots: optimizer?.slotsOf(layer),
});

export function goBackTo({ layer, optimizer }: Trained, checkpoint: Checkpoint): void {
  layer.setWeights(checkpoint.weights);
  layer.step = checkpoint.calls;
  if (checkpoint.slots !== undefined) optimizer?.resume(layer, checkpoint.slots);
}

/**
 * What every √n-th step of a run of n found, so that any step can be reached again in less than √n steps; and what was
 * found by the step reached last, so that its neighbour needs one.
 */
export class Checkpoints {
  readonly interval: number;
  readonly #kept: Checkpoint[] = [];
  #last: Checkpoint | null = null;

  constructor(steps: number) {
    this.interval = Math.ceil(Math.sqrt(steps));
  }

  get kept(): readonly Checkpoint[] {
    return this.#kept;
  }

  /** Steps come in order while the run is made. */
  pass(trained: Trained, step: number): void {
    if ((step - 1) % this.interval === 0) this.#kept.push(checkpointOf(trained, step));
  }

  reached(checkpoint: Checkpoint): void {
    this.#last = checkpoint;
  }

  /** The latest known place from which training leads to what a step finds. */
  before(step: number): Checkpoint {
    const kept = this.#kept[Math.floor((step - 1) / this.interval)]!;
    const last = this.#last;
    return last !== null && last.step <= step && last.step > kept.step ? last : kept;
  }
}
