import { EngineError } from "../engine/errors";
import type { Progress } from "./contract";

export interface PaceOptions {
  /** A clock in milliseconds. */
  readonly now: () => number;
  /** Lets messages that have arrived be heard. */
  readonly pause: () => Promise<void>;
  readonly report: (progress: Progress) => void;
}

/** How long work goes on without a pause. */
const strideMs = 100;

/** Work that is shorter than this is not reported on. */
const quietMs = 300;

/** The pace of one long piece of work after another: it reports how far it is, and stops when it is told to. */
export class Pace {
  readonly #options: PaceOptions;
  #startMs = 0;
  #pausedMs = 0;
  #isStopped = false;

  constructor(options: PaceOptions) {
    this.#options = options;
  }

  begin(): void {
    this.#startMs = this.#options.now();
    this.#pausedMs = this.#startMs;
    this.#isStopped = false;
  }

  /** The work that goes on ends at its next pause. */
  stop(): void {
    this.#isStopped = true;
  }

  step(done: number, steps: number): void | Promise<void> {
    const nowMs = this.#options.now();
    if (nowMs - this.#pausedMs < strideMs) return undefined;
    if (nowMs - this.#startMs >= quietMs) this.#options.report({ done, steps });
    return this.#rest(done, steps);
  }

  async #rest(done: number, steps: number): Promise<void> {
    await this.#options.pause();
    if (this.#isStopped) {
      throw new EngineError("stopped", "RuntimeError", `Stopped at step ${done} of ${steps}.`);
    }
    this.#pausedMs = this.#options.now();
  }
}
