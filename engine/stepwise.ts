/** Work that can be paused, or given up, after each of its steps. It yields how many are done. */
export type Stepwise<T> = Generator<number, T, void>;

/** Does all of it at once. */
export function finished<T>(work: Stepwise<T>): T {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}
