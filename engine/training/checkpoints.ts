import { EngineError } from "../errors";
import type { BatchNormalization } from "../layer/batch-normalization";
import type { Optimizer } from "../optimizers";
import { refusal } from "../spec/show-value";
import type { Stepwise } from "../stepwise";
import type { Tensor } from "../tensor/tensor";

/** Where training can go on from. */
interface Place {
  /** The step, counted from 1, that has not been taken yet. */
  readonly step: number;
}

/** All that a training step finds and that decides how training goes on from it. */
export interface Checkpoint extends Place {
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

/** Training that can be taken up again. */
export interface Resumable<Kept extends Place> {
  /** What a step finds now. */
  readonly take: (step: number) => Kept;
  readonly goBackTo: (checkpoint: Kept) => void;
  /** Takes a step again. */
  readonly train: (step: number) => void;
}

/**
 * What every √n-th step of a run of n found, so that any step can be reached again in less than √n steps; and what was
 * found by the step reached last, so that its neighbour needs one.
 */
export class Checkpoints<Kept extends Place = Checkpoint> {
  readonly interval: number;
  readonly #steps: number;
  readonly #training: Resumable<Kept>;
  readonly #kept: Kept[] = [];
  #last: Kept | null = null;

  constructor(steps: number, training: Resumable<Kept>) {
    this.interval = Math.ceil(Math.sqrt(steps));
    this.#steps = steps;
    this.#training = training;
  }

  get kept(): readonly Kept[] {
    return this.#kept;
  }

  /** Steps come in order while the run is made. */
  pass(step: number): void {
    if ((step - 1) % this.interval === 0) this.#kept.push(this.#training.take(step));
  }

  /**
   * Trains again what leads from the nearest checkpoint to this step, counted from 1, which is not taken. Throws a
   * ValueError for one that the run does not have.
   */
  *approach(step: number): Stepwise<void> {
    if (!Number.isInteger(step) || step < 1 || step > this.#steps) {
      const rule = `an integer from 1 to ${this.#steps}`;
      throw new EngineError("step", "ValueError", refusal("step", rule, step));
    }
    const from = this.#before(step);
    this.#training.goBackTo(from);
    for (let before = from.step; before < step; before++) {
      this.#training.train(before);
      yield before;
    }
    if (from.step < step) this.#last = this.#training.take(step);
  }

  /** The latest known place from which training leads to what a step finds. */
  #before(step: number): Kept {
    const kept = this.#kept[Math.floor((step - 1) / this.interval)]!;
    const last = this.#last;
    return last !== null && last.step <= step && last.step > kept.step ? last : kept;
  }
}
