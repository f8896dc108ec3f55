import type { Stepwise } from "../engine/stepwise";

/**
 * Told after each step how many of how many are done. What it returns is waited for, and what it throws ends the work.
 */
export type OnStep = (done: number, steps: number) => void | Promise<void>;

/** Does work step by step, and lets others have a word in between. */
export async function stepped<T>(work: Stepwise<T>, steps: number, onStep: OnStep): Promise<T> {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    const pause = onStep(next.value, steps);
    if (pause !== undefined) await pause;
  }
}
