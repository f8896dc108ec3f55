/** Does the work once. A promise where the results come later. */
export type Run = () => Promise<unknown> | undefined;

export interface Runner {
  readonly run: Run;
  /** What has to be done before a sample and is no part of it. */
  readonly activate?: (() => Promise<unknown>) | undefined;
}

const sampleMs = 4;
const budgetMs = 600;
const minSamples = 3;
/** From here on it makes no difference what the contender before has left in the caches. */
const longMs = 50;

/** The time of one call, from samples that are taken until they have used up a budget. */
class Samples {
  readonly #runner: Runner;
  #calls = 1;
  #spentMs = 0;
  #taken = 0;
  bestMs = Infinity;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  get isDone(): boolean {
    return this.#taken >= minSamples && this.#spentMs >= budgetMs;
  }

  /** Counts only if it was long enough to be measured; otherwise the next one is longer. */
  async take(): Promise<void> {
    await this.#runner.activate?.();
    const began = performance.now();
    if (this.bestMs < longMs) await this.#runner.run();
    const elapsedMs = await this.#timeCalls();
    this.#spentMs += performance.now() - began;
    if (elapsedMs >= sampleMs / 2) {
      this.#taken += 1;
      this.bestMs = Math.min(this.bestMs, elapsedMs / this.#calls);
    }
    if (elapsedMs < sampleMs) this.#calls *= 2;
  }

  async #timeCalls(): Promise<number> {
    const { run } = this.#runner;
    const start = performance.now();
    for (let call = 0; call < this.#calls; call++) {
      const pending = run();
      if (pending !== undefined) await pending;
    }
    return performance.now() - start;
  }
}

/**
 * The shortest time of one call of each, in ms. They take turns, so that whatever else the machine does hits all
 * of them.
 */
export async function bestTimes(runners: readonly Runner[]): Promise<ReadonlyMap<Runner, number>> {
  const samples = new Map(runners.map((runner) => [runner, new Samples(runner)]));
  for (;;) {
    const rest = [...samples.values()].filter(({ isDone }) => !isDone);
    if (rest.length === 0) break;
    for (const own of rest) await own.take();
  }
  return new Map([...samples].map(([runner, { bestMs }]) => [runner, bestMs]));
}
